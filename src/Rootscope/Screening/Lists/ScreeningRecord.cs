using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Screening.Lists;

/// <summary>A name of a record.</summary>
/// <param name="Text">The name as the list writes it.</param>
/// <param name="Role">What it is.</param>
public sealed record ListedName(string Text, NameRole Role);

/// <summary>One entry of a list: who is on it, under which names, by which programme.</summary>
public sealed class ScreeningRecord
{
    private const char FieldEnd = '\u001F';
    private const char PartEnd = '\u001E';

    /// <summary>Makes a record.</summary>
    /// <param name="id">What the publisher calls it; unique within its list.</param>
    /// <param name="kind">What is listed.</param>
    /// <param name="names">At least one name; the first is the one it is shown by.</param>
    /// <exception cref="ArgumentException">There is no name, or no id.</exception>
    public ScreeningRecord(string id, RecordKind kind, IReadOnlyList<ListedName> names)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(names);
        Names = names.Count > 0 ? names : throw new ArgumentException($"Record '{id}' has no name.", nameof(names));
        Id = id;
        Kind = kind;
    }

    /// <summary>What the publisher calls it.</summary>
    public string Id { get; }

    /// <summary>What is listed.</summary>
    public RecordKind Kind { get; }

    /// <summary>Its names, the first the one it is shown by.</summary>
    public IReadOnlyList<ListedName> Names { get; }

    /// <summary>By which programmes or acts it is listed; may be empty.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>Countries as the list writes them; may be empty.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Addresses; may be empty.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Numbers of registers, passports and the like, as the list writes them; may be empty.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>What else the list says; may be empty.</summary>
    public string Remarks { get; init; } = string.Empty;

    /// <summary>The day on which the listing ended or ends, as the list writes it; empty where it says none.</summary>
    public string Until { get; init; } = string.Empty;

    /// <summary>SHA-256 of all that the record says, in lower-case hexadecimal digits: what a decision is bound to.</summary>
    public string Hash => field ??= ComputeHash();

    private string ComputeHash()
    {
        var text = new StringBuilder();
        text.Append(Id).Append(FieldEnd).Append(Kind).Append(FieldEnd);
        foreach (ListedName name in Names)
        {
            text.Append(name.Role).Append('=').Append(name.Text).Append(PartEnd);
        }

        foreach (IReadOnlyList<string> list in new[] { Programmes, Countries, Addresses, Identifiers })
        {
            text.Append(FieldEnd).AppendJoin(PartEnd, list);
        }

        text.Append(FieldEnd).Append(Remarks);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
