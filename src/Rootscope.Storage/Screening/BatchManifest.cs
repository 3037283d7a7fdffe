using System.Text.Json;
using Rootscope.Screening.Lists;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>What a result was made with: beside the result, and beside a run that is not over.</summary>
/// <param name="Key">Hash over input, lists, options, algorithm: runs of one key give the same bytes.</param>
/// <param name="Lists">The lists.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Algorithm">Name and version of the score.</param>
/// <param name="Column">The column of the names.</param>
/// <param name="Kind">What the names are of.</param>
/// <param name="Rows">Rows done: a count.</param>
/// <param name="Bytes">Bytes written: a count.</param>
/// <param name="Matches">Rows with a match so far.</param>
/// <param name="Empty">Rows without a name so far.</param>
/// <param name="AskedAgain">Rows asked of whole lists so far.</param>
/// <param name="Dismissed">Rows so far whose every match was decided to be somebody else.</param>
/// <param name="Sha256">SHA-256 of the whole result; empty while it is not whole.</param>
internal sealed record BatchManifest(
    string Key,
    IReadOnlyList<ListSource> Lists,
    double Threshold,
    string Algorithm,
    string Column,
    string Kind,
    long Rows,
    long Bytes,
    long Matches,
    long Empty,
    long AskedAgain,
    long Dismissed = 0,
    string Sha256 = ""
)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>Reads one; null where there is none or it is damaged.</summary>
    public static BatchManifest? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<BatchManifest>(File.ReadAllBytes(path), Options) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads the one beside a result.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public static BatchManifest Of(string result) =>
        Read(PathOf(result))
        ?? throw new TableException(
            result,
            $"has no {Path.GetFileName(PathOf(result))} beside it, which says what it was made with. Screen the file as a whole."
        );

    public static string PathOf(string result) => result + ".screening.json";

    /// <summary>Writes in one step, after the bytes it counts are on the disk.</summary>
    public void Write(string path)
    {
        string temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(this, Options));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
