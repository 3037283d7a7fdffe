using Rootscope.Tables;

namespace Rootscope.Dependence.Panels;

/// <summary>Economies that took the place of others: a country that split, or two that became one.</summary>
public sealed class EconomyChange
{
    /// <summary>Takes the change over.</summary>
    /// <param name="before">Codes until then.</param>
    /// <param name="after">Codes from then on.</param>
    /// <param name="year">The first year in which figures may be under the new codes.</param>
    /// <param name="name">What happened, in a few words.</param>
    /// <param name="source">Where it is from.</param>
    /// <exception cref="TableException">There is no code before or after.</exception>
    public EconomyChange(IReadOnlyList<string> before, IReadOnlyList<string> after, int year, string name, string source)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(source);
        if (before.Count == 0 || after.Count == 0)
        {
            throw new TableException(name, "a change has at least one code before and one after.");
        }

        (Before, After, Year, Name, Source) = ([.. before], [.. after], year, name, source);
    }

    /// <summary>Codes until then.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>Codes from then on.</summary>
    public IReadOnlyList<string> After { get; }

    /// <summary>The first year in which figures may be under the new codes.</summary>
    public int Year { get; }

    /// <summary>What happened, in a few words.</summary>
    public string Name { get; }

    /// <summary>Where it is from.</summary>
    public string Source { get; }

    /// <summary>All of them as one, so that years before and after can be compared; its code is the first one before.</summary>
    public Bloc AsBloc() => new(Before[0], Name, Before.Concat(After), Source);
}
