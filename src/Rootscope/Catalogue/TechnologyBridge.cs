using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Catalogue;

/// <summary>A technology that a part of an industry stands for.</summary>
/// <param name="Id">Its identifier in the catalogue.</param>
/// <param name="Grade">How purely the part stands for it.</param>
public sealed record CarriedTechnology(string Id, PurityGrade Grade);

/// <summary>A part of an industry, the technologies it stands for, and how far it can be trusted.</summary>
/// <param name="Split">The part.</param>
/// <param name="Technologies">What it stands for; at least one.</param>
/// <param name="Error">Σ |split − true| / Σ |true| of recipes and buyers where the truth is known (docs/methods/technology-split.md). Unit:
/// share. Null where nobody has tested it.</param>
/// <param name="Source">Where its shares and its reference are from.</param>
public sealed record BridgePart(SplitPart Split, IReadOnlyList<CarriedTechnology> Technologies, double? Error, string Source)
{
    /// <summary>Whether the part is an industry of the table as it is, so that nothing has to be split off.</summary>
    public bool IsWhole => Split.Code == Split.Parent;

    /// <summary>Whose buyers its buyers are, in a few words.</summary>
    public string BuyersInWords =>
        Split.Basis switch
        {
            PartBasis.Carrier => "its carrier's",
            PartBasis.Lent when Split.Buyers.Count > 0 => "named by what it is",
            PartBasis.Lent => "those of a class that it is a small part of",
            _ => "those of its class",
        };

    /// <summary>Where its share of output is from. Default: the reference, or the bridge as it was written.</summary>
    public SizeOrigin SizeFrom { get; init; } = SizeOrigin.Reference;
}

/// <summary>Where the size of a part is from.</summary>
public enum SizeOrigin
{
    /// <summary>The reference table, or figures published for its economy.</summary>
    Reference,

    /// <summary>A figure published for the economy that is split.</summary>
    Published,

    /// <summary>The user, who goes before all others.</summary>
    Given,
}

/// <summary>A technology that is seen through its carrier as a whole, and why.</summary>
/// <param name="Id">Its identifier in the catalogue.</param>
/// <param name="Reason">Why no class of the finer table stands for it: its buyers are then its carrier's.</param>
public sealed record SlicedTechnology(string Id, string Reason)
{
    /// <summary>Whose buyers its buyers are, with the reason.</summary>
    public string BuyersInWords => $"its carrier's: {Reason}";

    /// <summary>What a reader of its figures must know, in a sentence.</summary>
    public string Sentence => $"Its buyers are {BuyersInWords}.";
}

/// <summary>
/// A bridge from the classes of a finer table to technologies inside the industries of a coarser one: data with a grade and a source in
/// every row.
/// </summary>
public sealed class TechnologyBridge
{
    private readonly Dictionary<string, (BridgePart Part, PurityGrade Grade)> _byTechnology = new(StringComparer.Ordinal);

    /// <summary>Takes the parts over and checks them.</summary>
    /// <param name="name">What it is called in provenance.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="slices">Technologies without a part, with the reason; null for none that is told.</param>
    /// <exception cref="TableException">There is no part, a code occurs twice, or a technology is claimed by two parts with the same
    /// grade.</exception>
    public TechnologyBridge(string name, IReadOnlyList<BridgePart> parts, IReadOnlyList<SlicedTechnology>? slices = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parts);
        Name = name;
        Parts = [.. parts];
        Slices = [.. slices ?? []];
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (BridgePart part in Parts)
        {
            if (!codes.Add(part.Split.Code) || part.Technologies.Count == 0)
            {
                throw new TableException(
                    $"bridge '{name}'",
                    part.Technologies.Count == 0
                        ? $"part '{part.Split.Code}' stands for no technology. Name one."
                        : $"part '{part.Split.Code}' occurs twice. Give every part a code of its own."
                );
            }

            foreach (CarriedTechnology carried in part.Technologies)
            {
                Claim(part, carried);
            }
        }

        if (Parts.Count == 0)
        {
            throw new TableException($"bridge '{name}'", "has no part. Give one row for every part.");
        }
    }

    /// <summary>What it is called in provenance.</summary>
    public string Name { get; }

    /// <summary>What has to be split off, in the order of <see cref="Parts"/>: those that are an industry as it is stay where they
    /// are.</summary>
    public IReadOnlyList<SplitPart> SplitOff => [.. Parts.Where(p => !p.IsWhole).Select(p => p.Split)];

    /// <summary>The parts, in the order given.</summary>
    public IReadOnlyList<BridgePart> Parts { get; }

    /// <summary>Technologies that no part stands for, with the reason; their buyers are their carriers'.</summary>
    public IReadOnlyList<SlicedTechnology> Slices { get; }

    /// <summary>
    /// The part that stands for a technology, that of the best grade where several do, with the grade; null where none does.
    /// </summary>
    public (BridgePart Part, PurityGrade Grade)? Find(string technology) =>
        _byTechnology.TryGetValue(technology, out (BridgePart, PurityGrade) found) ? found : null;

    /// <summary>Why a technology is seen through its carrier as a whole; null where a part stands for it, or nothing is told.</summary>
    public SlicedTechnology? SliceOf(string technology) =>
        Slices.FirstOrDefault(s => string.Equals(s.Id, technology, StringComparison.Ordinal));

    /// <summary>Whose buyers a technology's buyers are, in words; null where nothing is told of it.</summary>
    public string? BuyersOf(string technology) => Find(technology)?.Part.BuyersInWords ?? SliceOf(technology)?.BuyersInWords;

    private void Claim(BridgePart part, CarriedTechnology carried)
    {
        if (_byTechnology.TryGetValue(carried.Id, out (BridgePart Part, PurityGrade Grade) other) && other.Grade == carried.Grade)
        {
            throw new TableException(
                $"bridge '{Name}'",
                $"parts '{other.Part.Split.Code}' and '{part.Split.Code}' both stand for '{carried.Id}' with grade {carried.Grade}. "
                    + "Give the one that stands for it better the better grade, or join the two."
            );
        }

        if (other.Part is null || carried.Grade < other.Grade)
        {
            _byTechnology[carried.Id] = (part, carried.Grade);
        }
    }
}
