namespace Rootscope.Tables.Trade;

/// <summary>What a set of trade flows is and where it comes from.</summary>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Currency">ISO 4217 code of the currency.</param>
/// <param name="UnitScale">Units of currency in one unit of value: 1000 where values are in thousands.</param>
/// <param name="Classification">The list its product codes belong to, such as <c>hs2017</c>.</param>
/// <param name="Valuation">At which price flows are valued: free on board (fob), with cost, insurance and freight (cif), or not
/// stated.</param>
/// <param name="Source">Who published the figures, with the citation they ask for.</param>
/// <param name="Licence">The licence or terms, as far as known; never a guess.</param>
/// <param name="MayBePassedOn">Whether the terms let the figures be passed on to others; false where that is limited or not stated.</param>
/// <param name="Derivations">What was left out, moved or assumed; one sentence each.</param>
public sealed record TradeMetadata(
    string Title,
    string Currency,
    double UnitScale,
    string Classification,
    string Valuation,
    string Source,
    string Licence,
    bool MayBePassedOn,
    IReadOnlyList<string> Derivations
);

/// <summary>One flow of one product between two economies in one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Exporter">Code of the economy that sells.</param>
/// <param name="Importer">Code of the economy that buys; WLD where all are taken together.</param>
/// <param name="Product">Code of the product, leading zeros kept.</param>
/// <param name="Value">Value, in the unit of the set.</param>
/// <param name="Tonnes">Weight; unit: metric tons; null where it is not known.</param>
public readonly record struct TradeFlow(int Year, string Exporter, string Importer, string Product, double Value, double? Tonnes);
