using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>A one-region table calibrated as a nested CES economy with one mobile factor, before any shock.</summary>
/// <remarks>
/// Every base price is 1, so that base values are base quantities. Shapes: n products and industries, one to one. Source: Baqaee and Farhi
/// (2019), Econometrica 87(4), with domestic and imported supply nested below each product.
/// What real tables need is clamped and listed in <see cref="CalibrationNotes"/>: negative final use and negative inputs to 0, value-added
/// shares to at least 0, import shares to [0, 1].
/// </remarks>
public sealed class RegionEconomy
{
    private readonly BaseQuantities? _base;

    private RegionEconomy(OwnUse ownUse, EquilibriumOptions options, CalibratedShares shares, bool withQuantities = true)
    {
        OwnUse = ownUse;
        Options = options;
        Shares = shares;
        Elasticities = NestElasticities.Of(ownUse.Table, options.Elasticities);
        InputsByLevel = ProductLevels.Of(Elasticities.ProductInputs) is { } inputs
            ? SharesByLevel.Of(inputs, shares.InputShares, Size)
            : null;
        FinalByLevel = ProductLevels.Of(Elasticities.FinalByProduct) is { } final ? SharesByLevel.Of(final, shares.FinalShare, Size) : null;
        _base = withQuantities ? QuantitySystem.SolveBase(this) : null;
    }

    /// <summary>The table behind it, after own use was netted out where the options say so.</summary>
    public FlowTable Table => OwnUse.Table;

    /// <summary>The options it was calibrated under.</summary>
    public EquilibriumOptions Options { get; }

    /// <summary>Number of products.</summary>
    public int Size => Table.Size;

    /// <summary>
    /// Final spending of the base on all products: consumption and capital formation, clamped at 0 by product. Unit: the table's money.
    /// </summary>
    public double FinalSpending => Shares.FinalSpending;

    /// <summary>What was clamped to make the table an economy, one sentence each; empty where nothing was.</summary>
    public IReadOnlyList<string> CalibrationNotes => Shares.CalibrationNotes;

    internal OwnUse OwnUse { get; }

    internal CalibratedShares Shares { get; }

    internal NestElasticities Elasticities { get; }

    /// <summary>Input shares by level of elasticity; null where no product has an elasticity of its own.</summary>
    internal SharesByLevel? InputsByLevel { get; }

    /// <summary>Final shares by level of elasticity; null where no product has an elasticity of its own.</summary>
    internal SharesByLevel? FinalByLevel { get; }

    /// <summary>Quantities of the base as the model has them; equal to the table's where nothing was clamped.</summary>
    internal BaseQuantities Base => _base ?? throw new InvalidOperationException("This economy was made for prices alone.");

    /// <summary>Calibrates a table.</summary>
    /// <param name="table">A table of one region; take one out of many with <see cref="RegionalView"/>.</param>
    /// <param name="options">The choices of the model.</param>
    /// <exception cref="ModelException">The table has several regions, nothing is finally used, or imports cannot be paid because nothing
    /// is exported.</exception>
    public static RegionEconomy Of(FlowTable table, EquilibriumOptions options) => Of(table, options, withQuantities: true);

    /// <summary>Calibrates a table for prices alone, which is all that a cost cut needs.</summary>
    internal static RegionEconomy ForPrices(FlowTable table, EquilibriumOptions options) => Of(table, options, withQuantities: false);

    /// <summary>The same economy with other elasticities, for prices alone.</summary>
    internal RegionEconomy ForPrices(ElasticitySet elasticities) => ForPrices(elasticities, Options.ExportsElasticity);

    /// <summary>The same economy with other elasticities, that among exports included, for prices alone.</summary>
    internal RegionEconomy ForPrices(ElasticitySet elasticities, double exportsElasticity) =>
        new(OwnUse, Options with { Elasticities = elasticities, ExportsElasticity = exportsElasticity }, Shares, withQuantities: false);

    private static RegionEconomy Of(FlowTable table, EquilibriumOptions options, bool withQuantities)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (table.Sectors.Regions.Count > 1)
        {
            throw new ModelException(
                $"{table.Metadata.Id} has {table.Sectors.Regions.Count} regions; this equilibrium has one. "
                    + $"Name it with {Repair.Option("region")}."
            );
        }

        OwnUse ownUse = options.OwnUse == OwnUseTreatment.Net ? OwnUse.NettedOut(table) : OwnUse.Kept(table);
        CalibratedShares shares = CalibratedShares.Of(ownUse);
        if (shares.FinalSpending <= 0)
        {
            throw new ModelException(
                $"{table.Metadata.Id} has no final use of anything, so there is nothing to lose. Check its final-demand columns."
            );
        }

        if (options.Trade == TradeClosure.Balanced && shares.Imports > 0 && shares.ExportTotal <= 0)
        {
            throw new ModelException(
                $"{table.Metadata.Id} imports but exports nothing, so imports cannot be paid with exports. "
                    + $"Use {Repair.Option("trade", "factor")}."
            );
        }

        return new RegionEconomy(ownUse, options, shares, withQuantities);
    }

    /// <summary>Base supply of a product, as the cut has it: output and imports, output, or imports. Unit: the table's money.</summary>
    public double SupplyOf(IndustryNumber product, SupplyScope scope)
    {
        double imports = Table.HasImports ? Math.Max(0, Table.Imports[product]) : 0;
        return scope switch
        {
            SupplyScope.Domestic => Table.Output[product],
            SupplyScope.Imported => imports,
            _ => Table.Output[product] + imports,
        };
    }
}
