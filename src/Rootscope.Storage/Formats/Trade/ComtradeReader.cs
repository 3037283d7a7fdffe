using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Whose declaration of a flow is taken.</summary>
public enum TradeDeclaration
{
    /// <summary>What exporters declare, free on board.</summary>
    Exports,

    /// <summary>What importers declare, with cost, insurance and freight.</summary>
    Imports,
}

/// <summary>
/// Reads annual trade of UN Comtrade as its sites give it as CSV: the old layout ("Trade Value (US$)") and the present one (primaryValue).
/// </summary>
/// <remarks>
/// Value: US dollars. Names of columns may be those of the old site, of the present one, or of the packages that fetch from it
/// (snake case). Re-exports and re-imports are left out and counted, as are rows that split a flow beside its total, and chapters beside
/// their parts. Monthly figures are refused. Aggregates of partners (WLD) are kept as partners: take care not to add them to their parts.
/// </remarks>
public static class ComtradeReader
{
    private static readonly Dictionary<string, string> Editions = new(StringComparer.Ordinal)
    {
        ["H0"] = "hs1992",
        ["H1"] = "hs1996",
        ["H2"] = "hs2002",
        ["H3"] = "hs2007",
        ["H4"] = "hs2012",
        ["H5"] = "hs2017",
        ["H6"] = "hs2022",
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="declaration">Whose declarations are taken: a flow is declared by both sides, and the two differ.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit either layout, or a flow is there twice.</exception>
    public static TradeFlows Read(string path, TradeDeclaration declaration, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile file = CsvFile.Open(path, cancellation);
        TradeHeader columns = TradeHeader.Of(file.Header, $"{path}, line 1", names: null).RequireFlows(file.Header, $"{path}, line 1");
        if (!columns.IsDeclared)
        {
            throw new TableException(
                $"{path}, line 1",
                "no column tells exports from imports (flowCode, Trade Flow). Give a file as Comtrade writes it, or read it as flows."
            );
        }

        var trade = DeclaredTrade.Read(file, columns, countries: null, years: null);
        List<string> derivations = [];
        List<TradeFlow> flows = trade.Flows(declaration, derivations);
        return new TradeFlows(Metadata(declaration, trade.Classifications, derivations), flows);
    }

    /// <summary>What flows of a file are.</summary>
    /// <param name="declaration">Whose declarations they are; null for both sides'.</param>
    /// <param name="editions">The editions that the file names.</param>
    /// <param name="derivations">What was done.</param>
    internal static TradeMetadata Metadata(TradeDeclaration? declaration, IReadOnlySet<string> editions, IReadOnlyList<string> derivations)
    {
        string declared = declaration switch
        {
            TradeDeclaration.Exports => "exports",
            TradeDeclaration.Imports => "imports",
            _ => "trade",
        };
        return new TradeMetadata(
            $"UN Comtrade, {declared} as declared",
            "USD",
            1,
            editions.Count == 0 ? "not stated" : string.Join(" and ", editions.Select(e => Editions.GetValueOrDefault(e, e))),
            declaration switch
            {
                TradeDeclaration.Exports => "free on board, as declared",
                TradeDeclaration.Imports => "with cost, insurance and freight, as declared",
                _ => "as declared: of buyers with cost, insurance and freight, of sellers free on board",
            },
            "United Nations Statistics Division, UN Comtrade database",
            "UN Comtrade terms: free use with the source named; passing on is limited by its policy",
            MayBePassedOn: false,
            derivations
        );
    }
}
