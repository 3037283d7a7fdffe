using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Bea;

/// <summary>
/// Reads the Make, Use and Import tables of the U.S. Bureau of Economic Analysis and derives the commodity-by-commodity table.
/// </summary>
/// <remarks>
/// All three before redefinitions, Use in producers' prices; the layouts of the detail level (402 industries, 2017) and of the summary
/// level (71 industries, yearly). Unit: million dollars. Assumption: industry technology (<see cref="IndustryTechnology"/>), with scrap and
/// the other rows that are no products kept out of the sectors. The imported part of every use is the source's own (import proportionality
/// of the BEA) and is carried through the same derivation. Cost: about a second for 402 industries, most of it reading.
/// </remarks>
public static class BeaReader
{
    internal const string Licence = "public domain (work of the U.S. government, 17 USC 105)";

    /// <summary>Share of output that a published row or column may be off beyond rounding.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Reads a table.</summary>
    /// <param name="paths">The Use, Make and Import files in any order; a list of commodity names (…CommodityCodeName….csv) is looked for
    /// beside Use if not given.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from the name of the Use file.</param>
    /// <param name="tolerance">Share of output that a row or column may be off beyond half a unit a cell.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file is missing or does not fit, a cell is no number, or a row or column does not
    /// balance.</exception>
    public static FlowTable Read(
        IReadOnlyList<string> paths,
        string id,
        int? year = null,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = BeaFiles.Read(paths, cancellation);
        int known = SourceYear.Of(files.Use.Path, year);
        var accounts = new BeaAccounts(files);
        bool detail = accounts.Products.Count > 200;
        var metadata = new TableMetadata
        {
            Id = id,
            Title = $"United States {known}, {accounts.Products.Count} commodities",
            Year = known,
            Currency = "USD",
            UnitScale = 1_000_000,
            Unit = "million USD",
            Prices = "producers' prices, current year",
            Source =
                $"U.S. Bureau of Economic Analysis, Make, Use and Import tables of {known} before redefinitions; figures as carried by "
                + $"the R package useeior of the U.S. EPA",
            Licence = Licence,
            Classification = detail ? "bea2017" : "bea2017-summary",
        };
        return new BeaAssembly(accounts, tolerance).ToTable(metadata, assembly => Derivations(accounts, assembly));
    }

    private static List<string> Derivations(BeaAccounts accounts, BeaAssembly assembly)
    {
        string outside = string.Join(", ", accounts.NoProducts);
        var texts = new List<string>
        {
            $"{accounts.Products.Count} commodities by {accounts.Products.Count} commodities, derived from {accounts.Industries.Count} "
                + $"industries under the industry-technology assumption "
                + "(Miller and Blair, ch. 5): every industry makes all of its products with the same inputs.",
            $"{outside} are no sectors. What industries buy of them less what they sell (scrap) are primary inputs of kind Other, so "
                + $"output less intermediate inputs exceeds GDP by "
                + $"{Text(NoProductInputs(accounts))} million USD; final demand for them is left out. Other by-products are spread "
                + $"over sectors as made.",
            "Imports by user are the source's own (import matrix, which assumes every user imports the same share), carried through "
                + "the same derivation; imports of a product are the sum of its imported uses.",
            $"Margins and duties that domestic sectors earn on imports, {Text(assembly.Margins.Sum)} million USD, which the use table "
                + $"nets from imports (so that imports of some are negative), are final demand "
                + $"{BeaAssembly.MarginsCode}: {string.Join(", ", assembly.Margins.Products)}.",
            $"Published rows and columns are off by rounding, rows by at most {Text(Math.Abs(assembly.Largest.Row))} "
                + $"({assembly.Largest.RowCode}), columns by at most "
                + $"{Text(Math.Abs(assembly.Largest.Column))} ({assembly.Largest.ColumnCode}) million USD: rows are closed in final "
                + $"demand {BeaAssembly.RoundingCode}, columns in the operating surplus.",
        };
        if (assembly.ReExports.Cells > 0)
        {
            texts.Add(
                $"In {assembly.ReExports.Cells} cells the imported part exceeded the use; the excess, {Text(assembly.ReExports.Sum)} "
                    + $"million USD in all, counts as re-exported."
            );
        }

        if (accounts.Files.Names.Count == 0)
        {
            texts.Add("No list of commodity names was found beside the Use table: codes stand for names.");
        }

        return texts;
    }

    private static double NoProductInputs(BeaAccounts accounts) => accounts.NoProductInputs.Sum() - accounts.NoProductMake.Sum();

    private static string Text(double million) => million.ToString("N0", CultureInfo.InvariantCulture);
}
