using System.Text;
using Rootscope.Answers.Questions;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Security;

namespace Rootscope.Web.Runs;

/// <summary>
/// The questions of runs, each under the hash of its content in the site's data folder, so that its address holds after a restart. What
/// their senders wrote beside them, names and notes, is not kept: whoever sends a scenario first does not name it for all others.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class KeptRuns(string folder)
{
    public const int IdLength = 32;

    /// <summary>Beyond so many the oldest that nobody discusses are forgotten, a tenth at a time.</summary>
    private const int Most = 10_000;

    private const string Suffix = ".run";

    /// <summary>Beside a run that is discussed: it is not forgotten.</summary>
    private const string HeldSuffix = ".held";

    /// <summary>What earlier versions kept, with the names that senders gave: questions, and before those the text alone.</summary>
    private static readonly string[] EarlierSuffixes = [".json", ".yaml"];

    private readonly Lock _gate = new();
    private int? _count;

    /// <summary>Whether an address is one of a run at all.</summary>
    public static bool IsId(string id) => id.Length == IdLength && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether there is or was such a run.</summary>
    public bool Knows(string id) => IsId(id) && (File.Exists(PathOf(id, Suffix)) || EarlierSuffixes.Any(s => File.Exists(PathOf(id, s))));

    /// <summary>The question under a hash, without what its sender wrote beside it; null where there is none.</summary>
    public async Task<ScenarioQuestion?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!IsId(id))
        {
            return null;
        }

        if (File.Exists(PathOf(id, Suffix)))
        {
            return (ScenarioQuestion)Question.FromJson(await File.ReadAllTextAsync(PathOf(id, Suffix), cancellation));
        }

        if (EarlierSuffixes.FirstOrDefault(s => File.Exists(PathOf(id, s))) is not { } suffix)
        {
            return null;
        }

        string text = await File.ReadAllTextAsync(PathOf(id, suffix), cancellation);
        ScenarioQuestion question = suffix == ".yaml" ? new ScenarioQuestion(text) : (ScenarioQuestion)Question.FromJson(text);
        return question with { Scenario = ScenarioRemarks.Replace(question.Scenario, $"Run {id[..8]}") };
    }

    /// <summary>Keeps a question.</summary>
    public void Keep(string id, ScenarioQuestion question)
    {
        lock (_gate)
        {
            PrivateFiles.CreateFolder(folder);
            _count ??= Directory.EnumerateFiles(folder).Count();
            if (!File.Exists(PathOf(id, Suffix)))
            {
                _count++;
            }

            PrivateFiles.Write(PathOf(id, Suffix), file => file.Write(Encoding.UTF8.GetBytes(question.ToJson())));
            if (_count > Most)
            {
                Forget();
            }
        }
    }

    /// <summary>Says that a run is discussed.</summary>
    public void Hold(string id)
    {
        if (Knows(id))
        {
            File.Open(PathOf(id, HeldSuffix), PrivateFiles.Opening(FileMode.OpenOrCreate)).Dispose();
        }
    }

    private void Forget()
    {
        FileInfo[] loose =
        [
            .. new DirectoryInfo(folder)
                .EnumerateFiles()
                .Where(f => f.Extension != HeldSuffix && !File.Exists(Path.ChangeExtension(f.FullName, HeldSuffix)))
                .OrderBy(f => f.LastWriteTimeUtc),
        ];
        foreach (FileInfo file in loose.Take(Most / 10))
        {
            file.Delete();
        }

        _count = Directory.EnumerateFiles(folder).Count();
    }

    private string PathOf(string id, string suffix) => Path.Combine(folder, id + suffix);
}
