using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Rootscope.Storage.Downloads;

/// <summary>Of which version of which file a part is.</summary>
/// <param name="Address">Where the file lies.</param>
/// <param name="Total">Its length; null where the server did not say. Unit: bytes.</param>
/// <param name="Tag">Its strong entity tag, with quotes; null where it has none.</param>
/// <param name="Modified">When it was changed last, in seconds since 1970; null where the server did not say.</param>
internal sealed record PartNote(string Address, long? Total, string? Tag, long? Modified)
{
    /// <summary>Whether a server can tell by it that the file is still the same.</summary>
    public bool IsTelling => Tag is not null || Modified is not null;

    /// <summary>What a request for the rest says, so that a changed file comes whole.</summary>
    public RangeConditionHeaderValue? Condition =>
        Tag is not null ? new RangeConditionHeaderValue(new EntityTagHeaderValue(Tag))
        : Modified is { } seconds ? new RangeConditionHeaderValue(DateTimeOffset.FromUnixTimeSeconds(seconds))
        : null;

    public static PartNote Of(Uri address, HttpResponseMessage answer, long? total) =>
        new(
            address.AbsoluteUri,
            total,
            answer.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null,
            answer.Content.Headers.LastModified?.ToUnixTimeSeconds()
        );

    /// <summary>Reads a note; null where there is none, or none that can be understood.</summary>
    public static PartNote? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<PartNote>(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>In what the same file may not differ from one answer to the next; null where it does not.</summary>
    public string? DifferenceFrom(PartNote other) =>
        Total is { } a && other.Total is { } b && a != b ? $"its length is {Bytes.Of(b)} and was {Bytes.Of(a)}"
        : Tag is not null && other.Tag is not null && Tag != other.Tag ? $"its tag is {other.Tag} and was {Tag}"
        : Tag is null && Modified is { } then && other.Modified is { } now && then != now
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"it was changed on {DateTimeOffset.FromUnixTimeSeconds(now):yyyy-MM-dd HH:mm:ss}"
            )
        : null;
}
