using Rootscope.Tables;

namespace Rootscope.Dependence.Panels;

/// <summary>Who buys: one economy, or several that count as one, so that trade between them is trade at home.</summary>
public sealed class Bloc
{
    /// <summary>Names the members.</summary>
    /// <param name="code">Code of the bloc; that of the economy where it is one.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="members">Codes of the economies; order and repetition do not matter.</param>
    /// <param name="source">Where the list is from; empty for a single economy.</param>
    /// <exception cref="TableException">There is no member, or one has no code.</exception>
    public Bloc(string code, string name, IEnumerable<string> members, string source = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(source);
        (Code, Name, Source) = (code, name, source);
        Members = [.. members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Members.Count == 0 || Members.Any(string.IsNullOrWhiteSpace))
        {
            throw new TableException(code, "a bloc is one economy or more, each with a code. Name its members.");
        }
    }

    /// <summary>Code of the bloc, or of the one economy.</summary>
    public string Code { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Codes of the members, in ordinal order.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Where the list of members is from; empty for a single economy.</summary>
    public string Source { get; }

    /// <summary>One economy by itself.</summary>
    /// <param name="economy">Its code.</param>
    public static Bloc Of(string economy) => new(economy, economy, [economy]);
}
