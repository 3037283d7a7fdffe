using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks.Lenses;

namespace Rootscope.Answers.Roots;

/// <summary>What a <see cref="TechnologyQuestion"/> comes to: one product under every lens, and what stands on it.</summary>
public sealed record TechnologyAnswer
{
    /// <summary>The question.</summary>
    public required TechnologyQuestion Question { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The number of the product in the economy's table.</summary>
    public required IndustryNumber Product { get; init; }

    /// <summary>Its code.</summary>
    public string Code => Economy.Table.Sectors.IndustryOf(new(Product)).Code;

    /// <summary>Its figures under every lens.</summary>
    public required IReadOnlyList<LensRow> Lenses { get; init; }

    /// <summary>Its bands; null where none were drawn.</summary>
    public RootBands? Bands { get; init; }

    /// <summary>The table that was cut and traced: with the yearly use of capital goods where the economy counts it.</summary>
    public required SupportTable Support { get; init; }

    /// <summary>The pyramid of industries that stand on it.</summary>
    public required SupportPyramid Pyramid { get; init; }

    /// <summary>Its largest suppliers, the largest first.</summary>
    public required IReadOnlyList<Neighbour> Suppliers { get; init; }

    /// <summary>Its largest buyers, final uses among them, the largest first.</summary>
    public required IReadOnlyList<Neighbour> Buyers { get; init; }

    /// <summary>The options that the figures were made with, under the equilibrium lens.</summary>
    public required RootOptions Options { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The figures under one lens.</summary>
    public RootRow Under(ILens lens) => Lenses.First(l => l.Lens == lens).Row;

    /// <summary>The area of the catalogue that it stands for; null where it stands for none.</summary>
    internal string? Area(TechnologyCatalogue catalogue) =>
        TechnologyRanking.AreasOf(Economy.Table.Metadata, catalogue, Economy.Bridge).GetValueOrDefault(Code);
}

/// <summary>The figures of a product under one lens.</summary>
/// <param name="Lens">The lens.</param>
/// <param name="Row">The figures; the rank is that among the one product that was cut.</param>
public sealed record LensRow(ILens Lens, RootRow Row);

/// <summary>A supplier or buyer.</summary>
/// <param name="Code">Code of the industry or final use.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The flow. Unit: the table's money.</param>
/// <param name="Share">Share of the product's inputs, or of its use; null where there are none.</param>
public sealed record Neighbour(string Code, string Name, double Value, double? Share);
