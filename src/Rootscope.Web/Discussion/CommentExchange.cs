using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rootscope.Tables;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion;

/// <summary>A comment as a line of JSON: what was published and how it was decided. There is no field for an address.</summary>
internal sealed record ExchangedComment
{
    public required string Key { get; init; }

    public required string Subject { get; init; }

    public string? Parent { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }

    public Stance Stance { get; init; }

    public string? Citation { get; init; }

    public required CommentStatus Status { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>What an import did.</summary>
/// <param name="Taken">Comments that are new here.</param>
/// <param name="Known">Comments that were here already; they stay as they are.</param>
internal sealed record ImportOutcome(int Taken, int Known);

/// <summary>Carries the discussion from one site to another, a comment a line.</summary>
/// <remarks>
/// Nobody can edit or erase what was imported but a moderator: the writer's address, by which he would be known, stays where he gave it.
/// </remarks>
internal sealed partial class CommentExchange(IDbContextFactory<DiscussionContext> contexts)
{
    private const int MostNamed = 10;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>Writes comments, oldest first.</summary>
    /// <param name="lines">Where to.</param>
    /// <param name="withUnpublished">Whether those that wait or were declined come along.</param>
    /// <param name="cancellation">Stops between comments.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> ExportAsync(TextWriter lines, bool withUnpublished, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        int count = 0;
        await foreach (
            CommentRecord record in context
                .Comments.AsNoTracking()
                .Where(c => withUnpublished || c.Status == CommentStatus.Approved)
                .OrderBy(c => c.CreatedAt)
                .ThenBy(c => c.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            await lines.WriteAsync(JsonSerializer.Serialize(Of(record), Form) + "\n");
            count++;
        }

        return count;
    }

    /// <summary>Takes comments in: all, or none when any is at fault. They are held to the rules of those that are written here.</summary>
    /// <param name="lines">A comment a line; empty lines are passed over.</param>
    /// <param name="place">What the lines are called in messages.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="TableException">Lines are at fault; the message names them.</exception>
    public async Task<ImportOutcome> ImportAsync(TextReader lines, string place, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        Dictionary<string, (string Subject, string? Parent)> there = await context.Comments.ToDictionaryAsync(
            c => c.Key,
            c => (c.Subject, c.Parent),
            cancellation
        );
        var faults = new List<(int Line, string Message)>();
        var taken = new Dictionary<string, (int Line, CommentRecord Record)>(StringComparer.Ordinal);
        int known = 0;
        for (int number = 1; await lines.ReadLineAsync(cancellation) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || Read(line, number, faults) is not { } record)
            {
                continue;
            }

            if (there.ContainsKey(record.Key))
            {
                known++;
            }
            else if (!taken.TryAdd(record.Key, (number, record)))
            {
                faults.Add((number, $"the key '{record.Key}' stands on line {taken[record.Key].Line} already"));
            }
        }

        foreach ((int line, CommentRecord record) in taken.Values.Where(t => t.Record.Parent is not null))
        {
            (string Subject, string? Parent) parent = taken.TryGetValue(record.Parent!, out var own)
                ? (own.Record.Subject, own.Record.Parent)
                : there.GetValueOrDefault(record.Parent!);
            if (parent.Subject != record.Subject || parent.Parent is not null)
            {
                faults.Add(
                    (
                        line,
                        $"it answers '{record.Parent}', which is neither here nor in the file, is about something else, or is itself "
                            + $"an answer"
                    )
                );
            }
        }

        if (faults.Count > 0)
        {
            throw Fault(place, faults);
        }

        context.Comments.AddRange(taken.Values.Select(t => t.Record));
        await context.SaveChangesAsync(cancellation);
        return new ImportOutcome(taken.Count, known);
    }

    private static ExchangedComment Of(CommentRecord record) =>
        new()
        {
            Key = record.Key,
            Subject = record.Subject,
            Parent = record.Parent,
            Name = record.Name,
            Text = record.Text,
            Stance = record.Stance,
            Citation = record.Citation,
            Status = record.Status,
            Reason = record.Reason,
            At = DateTimeOffset.FromUnixTimeMilliseconds(record.CreatedAt),
            EditedAt = Moment(record.EditedAt),
            DecidedAt = Moment(record.DecidedAt),
        };

    private static DateTimeOffset? Moment(long? at) => at is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;

    private static CommentRecord? Read(string line, int number, List<(int Line, string Message)> faults)
    {
        ExchangedComment? given;
        try
        {
            given = JsonSerializer.Deserialize<ExchangedComment>(line, Form);
        }
        catch (JsonException e)
        {
            faults.Add((number, $"it is no comment as 'rootscope admin export-comments' writes them ({e.Message.Split(" Path:", 2)[0]})"));
            return null;
        }

        if (given is null)
        {
            faults.Add((number, "it is empty: 'null' is no comment"));
            return null;
        }

        CommentDraft draft = CommentRules.CheckPublic(
            new CommentDraft
            {
                Name = given.Name,
                Text = given.Text,
                Stance = given.Stance,
                Citation = given.Citation ?? string.Empty,
            },
            out IReadOnlyList<FieldFault> found
        );
        faults.AddRange(found.Select(f => (number, $"{f.Field}: {f.Message}")));
        if (!KeyPattern().IsMatch(given.Key) || !SubjectPattern().IsMatch(given.Subject))
        {
            faults.Add(
                (number, $"'{given.Key}' on '{given.Subject}': a key has 20 letters and digits, a subject is technology/ID or run/HASH")
            );
            return null;
        }

        return found.Count > 0
            ? null
            : new CommentRecord
            {
                Key = given.Key,
                Subject = given.Subject,
                Parent = given.Parent,
                Name = draft.Name,
                Text = draft.Text,
                Stance = draft.Stance,
                Citation = draft.Citation.Length > 0 ? draft.Citation : null,
                Status = given.Status,
                Reason = given.Reason,
                CreatedAt = given.At.ToUnixTimeMilliseconds(),
                EditedAt = given.EditedAt?.ToUnixTimeMilliseconds(),
                DecidedAt = given.DecidedAt?.ToUnixTimeMilliseconds(),
            };
    }

    private static TableException Fault(string place, List<(int Line, string Message)> faults)
    {
        string named = string.Join("\n", faults.OrderBy(f => f.Line).Take(MostNamed).Select(f => $"  line {f.Line}: {f.Message}"));
        return new TableException(
            place,
            $"{faults.Count} faults, and nothing was taken "
                + $"in:\n{named}{(faults.Count > MostNamed ? $"\n  and {faults.Count - MostNamed} more" : string.Empty)}"
        );
    }

    [GeneratedRegex("^[a-z0-9]{20}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("^(technology|run)/[A-Za-z0-9_-]{1,100}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubjectPattern();
}
