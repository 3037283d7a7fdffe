using System.Globalization;
using System.Text.Json;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Tables;

namespace Rootscope.Storage.Parts;

/// <summary>All parts of one run.</summary>
/// <remarks>
/// Opening reads every byte once; rows are read again when they are added up, one at a time, so that memory does not grow with the parts.
/// </remarks>
public sealed class PartSet
{
    private const int MostNamed = 8;

    private readonly PartFile[] _parts;

    private PartSet(PartFile[] parts) => _parts = parts;

    /// <summary>What the run is of; its share is the whole.</summary>
    public PartHeader Header => _parts[0].Header with { Share = WorkShare.Whole };

    /// <summary>Opens the parts of a run, in any order.</summary>
    /// <param name="paths">Their files.</param>
    /// <param name="engine">The version of the program that adds them up.</param>
    /// <exception cref="TableException">
    /// A file is no part, is cut off or was changed; another version made it; it is of another question or other inputs than the first; one
    /// is missing or there twice. The message names the file, what was expected and what to do.
    /// </exception>
    public static PartSet Open(IReadOnlyList<string> paths, string engine)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count, nameof(paths));
        PartFile[] parts = [.. paths.Select(p => PartFile.Open(p, engine))];
        foreach (PartFile part in parts.Skip(1))
        {
            CheckSameRun(parts[0], part);
        }

        return new PartSet(InOrder(parts));
    }

    /// <summary>The lines of all pieces, in their order.</summary>
    /// <exception cref="TableException">A part has more or fewer than it says.</exception>
    public IEnumerable<string> Rows() => _parts.SelectMany(p => p.Rows());

    /// <summary>Checks that the parts are of the run that asks for them.</summary>
    /// <param name="run">The run, as it finds its question and inputs now.</param>
    /// <exception cref="TableException">They are of another, which for the same question means that an input has changed.</exception>
    public void Require(PartHeader run)
    {
        ArgumentNullException.ThrowIfNull(run);
        PartFile part = _parts[0];
        if (part.Header.Run == run.Run)
        {
            return;
        }

        throw new TableException(
            part.Path,
            part.Header.Question != run.Question
                ? $"the part is of another question: {DifferenceOf(part.Header.Question, run.Question, "in the part", "in the question")}."
                : $"the inputs have changed since the shards ran: {InputsThatDiffer(part.Header, run)}. "
                    + "Put back what the shards read, or run them again."
        );
    }

    private static void CheckSameRun(PartFile first, PartFile other)
    {
        (PartHeader a, PartHeader b) = (first.Header, other.Header);
        string? fault =
            a.Question != b.Question
                ? "is of another question than the first part: " + DifferenceOf(b.Question, a.Question, "here", "in " + first.Path)
            : a.Run != b.Run ? $"was made from other inputs than {first.Path}: {InputsThatDiffer(a, b)}"
            : !a.Command.SequenceEqual(b.Command, StringComparer.Ordinal)
                ? $"was made by '{string.Join(' ', b.Command)}' and {first.Path} by '{string.Join(' ', a.Command)}'"
            : a.Share.Of != b.Share.Of
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"is one of {b.Share.Of} parts and {first.Path} one of {a.Share.Of}: the run was divided in two ways"
                )
            : null;
        if (fault is not null)
        {
            throw new TableException(other.Path, $"{fault}. Give the parts of one run alone.");
        }
    }

    private static PartFile[] InOrder(PartFile[] parts)
    {
        var places = new PartFile?[parts[0].Header.Share.Of];
        foreach (PartFile part in parts)
        {
            ref PartFile? place = ref places[part.Header.Share.Number - 1];
            if (place is not null)
            {
                throw new TableException(
                    part.Path,
                    part.Path == place.Path
                        ? "is given twice. Give every part once."
                        : $"is part {part.Header.Share}, and so is {place.Path}: counted twice, its pieces would not be those of one run. "
                            + "Give one of the two."
                );
            }

            place = part;
        }

        int[] missing = [.. Enumerable.Range(1, places.Length).Where(n => places[n - 1] is null)];
        if (missing.Length > 0)
        {
            WorkShare[] shares = [.. missing.Select(n => new WorkShare(n, places.Length))];
            string more =
                missing.Length > MostNamed
                    ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Length - MostNamed} more")
                    : string.Empty;
            (string are, string them) = missing.Length == 1 ? ("is", "it") : ("are", "them");
            throw new TableException(
                parts[0].Path,
                $"is one of {places.Length} parts, and {missing.Length} of them {are} not given: "
                    + $"{string.Join(", ", shares.Take(MostNamed))}{more}. Give {them} too, or run {them}: "
                    + $"{CommandOf(parts[0].Header)} with {new OptionRepair("shard", shares[0].ToString())}."
            );
        }

        return places!;
    }

    /// <summary>The words that made a part, as its header has them.</summary>
    private static string CommandOf(PartHeader header) =>
        header.Command.Count == 0 ? "what made this part" : $"'{string.Join(' ', header.Command.Select(Quoted))}'";

    private static string Quoted(string word) => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word;

    private static string InputsThatDiffer(PartHeader a, PartHeader b)
    {
        string[] names =
        [
            .. a.Inputs.Where(i => b.Inputs.FirstOrDefault(o => o.Key == i.Key).Value != i.Value).Select(i => i.Key),
            .. b.Inputs.Where(i => a.Inputs.All(o => o.Key != i.Key)).Select(i => i.Key),
        ];
        return names.Length > 0 ? string.Join(", ", names) : $"there are {a.Pieces} and {b.Pieces} {a.Work}";
    }

    /// <summary>The first option in which two questions differ, in words.</summary>
    private static string DifferenceOf(string a, string b, string placeOfA, string placeOfB)
    {
        using var one = JsonDocument.Parse(a);
        using var two = JsonDocument.Parse(b);
        foreach (JsonProperty option in one.RootElement.EnumerateObject())
        {
            string other = two.RootElement.TryGetProperty(option.Name, out JsonElement found) ? found.GetRawText() : "not there";
            if (other != option.Value.GetRawText())
            {
                return $"{option.Name} is {option.Value.GetRawText()} {placeOfA} and {other} {placeOfB}";
            }
        }

        return "their options differ";
    }
}
