using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Economies;

/// <summary>The product that a word names: an industry of the table, or the one that carries a technology of the catalogue.</summary>
internal static class ProductName
{
    /// <summary>Finds the product.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">A code or name of the table, or the identifier or name of a technology. A whole code or name of the table goes
    /// before a technology, and a technology before part of a name of the table.</param>
    /// <param name="bridge">The bridge that the table was split by, if it was.</param>
    /// <param name="notes">Receives a sentence where the product stands for a technology, because it is coarser.</param>
    /// <exception cref="UnknownNameException">It is neither; the message has the nearest names of the table.</exception>
    /// <exception cref="ModelException">It is a technology that no industry of the table carries.</exception>
    public static IndustryNumber Find(FlowTable table, string name, TechnologyBridge? bridge, ICollection<string> notes)
    {
        if (TechnologyOf(table, name) is not { } technology)
        {
            return Industry(table, name);
        }

        IndustryCode carrier =
            TechnologyRanking.CarrierOf(technology, table, CatalogueLibrary.Read(), bridge)
            ?? throw new ModelException(
                $"The catalogue names no industry of {table.Metadata.Id} that carries {technology.Name}. For its classes see "
                    + $"{Repair.Step(RepairStep.ShowTechnology, technology.Id)}."
            );
        _ = table.Sectors.TryFindIndustry(carrier.Code, out IndustryNumber product);
        if (bridge?.Find(technology.Id)?.Part is { } part && part.Split.Code == carrier.Code)
        {
            notes.Add(OfPart(technology, part, carrier.Grade));
            return product;
        }

        notes.Add(
            $"{technology.Name} is seen through {table.Sectors.IndustryOf(new(product)).Name}, "
                + $"which carries it with grade {carrier.Grade}; "
                + "figures are those of the whole industry, and the share that the technology has in it is not known."
                + (bridge?.SliceOf(technology.Id) is { } slice ? $" {slice.Sentence}" : string.Empty)
        );
        return product;
    }

    /// <summary>An industry of the table; where a word names none, the nearest technologies are told as well.</summary>
    private static IndustryNumber Industry(FlowTable table, string name)
    {
        try
        {
            return table.Sectors.FindIndustry(name);
        }
        catch (UnknownNameException e) when (CatalogueLibrary.Read().Nearest(name) is { Count: > 0 } near)
        {
            throw new UnknownNameException(
                "product",
                name,
                [.. near.Concat(e.Nearest).Distinct(StringComparer.OrdinalIgnoreCase)],
                $"Give a code or a name of the table, or a technology of the catalogue ({Repair.Step(RepairStep.ListTechnologies)})."
            );
        }
    }

    /// <summary>Whether a word names a technology of the catalogue, and is no whole code or name of the table.</summary>
    public static bool IsTechnology(FlowTable table, string name) => TechnologyOf(table, name) is not null;

    /// <summary>
    /// Why a technology that a word names is seen through its carrier as a whole; null where the word is the table's, or a part stands for
    /// it.
    /// </summary>
    public static SlicedTechnology? SliceOf(FlowTable table, string name, TechnologyBridge? bridge) =>
        TechnologyOf(table, name) is { } technology ? bridge?.SliceOf(technology.Id) : null;

    private static Technology? TechnologyOf(FlowTable table, string name) =>
        table.Sectors.Industries.Any(i => Same(i.Code, name) || Same(i.Name, name) || Same(i.LocalName, name))
            ? null
            : CatalogueLibrary.Read().Called(name);

    private static bool Same(string own, string name) => string.Equals(own, name, StringComparison.OrdinalIgnoreCase);

    private static string OfPart(Technology technology, BridgePart part, PurityGrade grade) =>
        (
            part.IsWhole
                ? $"{technology.Name} is seen through {part.Split.Name}, an industry of the table (grade {grade}). "
                : $"{technology.Name} is seen through {part.Split.Name}, split off '{part.Split.Parent}' (grade {grade}): an estimate. "
        )
        + $"{part.Source}."
        + (
            part is { IsWhole: false, Error: { } error }
                ? FormattableString.Invariant(
                    $" Where the truth is known, such splits put {error * 100:0}% of recipes and buyers in the wrong place."
                )
                : string.Empty
        );
}
