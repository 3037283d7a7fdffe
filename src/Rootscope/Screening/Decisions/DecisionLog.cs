using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rootscope.Screening.Decisions;

/// <summary>What is wrong with a log.</summary>
/// <param name="Line">The line, 1 for the first; one beyond the last where lines are missing at the end.</param>
/// <param name="What">What was expected and found.</param>
public sealed record LogFault(int Line, string What);

/// <summary>Decisions in the order in which they were made, each line bound by its hash to all before it.</summary>
/// <remarks>
/// A line is a JSON object with number, the decision, the hash of the line before (64 zeros for the first) and its own, SHA-256 over the
/// line
/// without it. A line that is changed, removed, added or moved breaks the chain; lines removed at the end are told by the head, the number
/// and
/// hash of the last line, that is kept apart. Who can rewrite log and head can forge both: note the head elsewhere to exclude that.
/// </remarks>
public sealed class DecisionLog
{
    private static readonly string NoHash = new('0', 64);

    private readonly Dictionary<(string Query, string List, string Record), Decision> _latest = [];

    private DecisionLog(IReadOnlyList<Decision> decisions, LogHead head, LogFault? fault)
    {
        Decisions = decisions;
        Head = head;
        Fault = fault;

        // Nobody knows what a broken log said last: nothing in it counts.
        foreach (Decision decision in fault is null ? decisions : [])
        {
            _latest[(decision.Query, decision.List, decision.Record)] = decision;
        }
    }

    /// <summary>The decisions up to the first fault.</summary>
    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>Number and hash of the last line.</summary>
    public LogHead Head { get; }

    /// <summary>The first fault; null where the chain is whole.</summary>
    public LogFault? Fault { get; }

    /// <summary>Reads a log and checks its chain.</summary>
    /// <param name="lines">The lines, without line ends.</param>
    /// <param name="kept">The head that was kept apart; null where none was.</param>
    public static DecisionLog Read(IEnumerable<string> lines, LogHead? kept)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<Decision> decisions = [];
        var head = new LogHead(0, NoHash);
        LogFault? fault = null;
        bool passed = kept is null || kept.Count == 0;
        foreach (string line in lines)
        {
            (Decision? decision, string hash, string? wrong) = Parse(line, head);
            if (wrong is not null)
            {
                fault = new LogFault(head.Count + 1, wrong);
                break;
            }

            decisions.Add(decision!);
            head = new LogHead(head.Count + 1, hash);
            if (kept is not null && head.Count == kept.Count)
            {
                passed = head.Hash == kept.Hash;
                fault = passed
                    ? null
                    : new LogFault(head.Count, "its hash is another than the one that was kept apart: the log was written anew");
                if (!passed)
                {
                    break;
                }
            }
        }

        if (fault is null && kept == LogHead.Missing)
        {
            fault = head.Count > 0 ? new LogFault(1, "the head that is kept apart is missing, so that lines may be missing too") : null;
        }
        else if (fault is null && !passed)
        {
            fault = new LogFault(
                head.Count + 1,
                kept!.Count - head.Count == 1
                    ? $"one line is missing at the end: {kept.Count} were written"
                    : $"{kept.Count - head.Count} lines are missing at the end: {kept.Count} were written"
            );
        }

        return new DecisionLog(decisions, head, fault);
    }

    /// <summary>The line that adds a decision, and the head after it.</summary>
    /// <exception cref="InvalidOperationException">The chain is broken: nothing can be added to it.</exception>
    public (string Line, LogHead Head) Append(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (Fault is not null)
        {
            throw new InvalidOperationException($"Line {Fault.Line}: {Fault.What}.");
        }

        string body = Body(Head.Count + 1, decision, Head.Hash);
        string hash = HashOf(body);
        return ($"{body[..^1]},\"hash\":\"{hash}\"}}", new LogHead(Head.Count + 1, hash));
    }

    /// <summary>Where a hit stands, and the latest decision about it; open where the chain is broken.</summary>
    /// <param name="query">The name as it is compared.</param>
    /// <param name="list">The list.</param>
    /// <param name="record">The id of the record.</param>
    /// <param name="recordHash">What the record says now.</param>
    public (DecisionState State, Decision? Latest) StateOf(string query, string list, string record, string recordHash) =>
        !_latest.TryGetValue((query, list, record), out Decision? latest) ? (DecisionState.Open, null)
        : latest.RecordHash == recordHash ? (DecisionState.Decided, latest)
        : (DecisionState.Reopened, latest);

    private static string Body(int number, Decision decision, string before)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("number", number);
            json.WriteString("time", decision.Time);
            json.WriteString("user", decision.User);
            json.WriteString("query", decision.Query);
            json.WriteString("list", decision.List);
            json.WriteString("record", decision.Record);
            json.WriteString("recordHash", decision.RecordHash);
            json.WriteString("verdict", decision.Verdict.ToString());
            json.WriteString("note", decision.Note);
            json.WriteString("before", before);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static (Decision? Decision, string Hash, string? Fault) Parse(string line, LogHead head)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string Text(string name) => root.GetProperty(name).GetString()!;
            if (!Enum.TryParse(Text("verdict"), out Verdict verdict))
            {
                return (null, string.Empty, "its verdict is none");
            }

            var decision = new Decision(
                Text("time"),
                Text("user"),
                Text("query"),
                Text("list"),
                Text("record"),
                Text("recordHash"),
                verdict,
                Text("note")
            );
            string before = Text("before");
            string hash = Text("hash");
            string body = Body(root.GetProperty("number").GetInt32(), decision, before);
            return root.GetProperty("number").GetInt32() != head.Count + 1
                    ? (null, string.Empty, $"its number is {root.GetProperty("number").GetInt32()}: a line was removed, added or moved")
                : before != head.Hash
                    ? (null, string.Empty, "it does not follow the line before it: a line was removed, added, moved or changed")
                : HashOf(body) != hash || line != $"{body[..^1]},\"hash\":\"{hash}\"}}"
                    ? (null, string.Empty, "its hash does not fit its text: the line was changed")
                : (decision, hash, null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return (null, string.Empty, "it is no decision");
        }
    }

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

/// <summary>The last line of a log.</summary>
/// <param name="Count">Its number: a count of lines.</param>
/// <param name="Hash">Its hash, in lower-case hexadecimal digits.</param>
public sealed record LogHead(int Count, string Hash)
{
    /// <summary>Stands for a head that should have been kept and is not there.</summary>
    public static LogHead Missing { get; } = new(-1, string.Empty);
}
