using Rootscope.Catalogue;

namespace Rootscope.Answers.Planning;

/// <summary>
/// What a plan puts money into: the technologies that one industry or part of the table carries. They have its stake and its measures
/// once.
/// </summary>
/// <param name="Technologies">The technologies, the first being the one whose course stands for all.</param>
public sealed record PlanSubject(IReadOnlyList<Technology> Technologies)
{
    /// <summary>The identifiers, joined by a plus.</summary>
    public string Id => string.Join('+', Technologies.Select(t => t.Id));

    /// <summary>The English names.</summary>
    public string Name => string.Join(" + ", Technologies.Select(t => t.Name));

    /// <summary>The Chinese names.</summary>
    public string ChineseName => string.Join(" + ", Technologies.Select(t => t.ChineseName));

    /// <summary>Whether a technology is one of them.</summary>
    /// <param name="technology">Its identifier.</param>
    public bool Has(string technology) => Technologies.Any(t => t.Id == technology);

    /// <summary>Whether both are the same technologies.</summary>
    public bool Equals(PlanSubject? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
