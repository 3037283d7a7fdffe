using System.Globalization;
using System.Text.RegularExpressions;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.Tables.Splitting;
using Rootscope.Tests.Conventions;

namespace Rootscope.Tests.Catalogue;

/// <summary>Published sizes of technologies: what ships is what eng/shares.cs makes of figures that name their year and source.</summary>
public partial class PublishedShareTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "eng", "shares");

    private static readonly string[][] Facts = Rows(Path.Combine(Folder, "facts.csv"));

    private static readonly string[][] Shares = Rows(
        Path.Combine(Repository.Root, "src", "Rootscope.Storage", "Embedded", "Data", "references", "shares.csv")
    );

    [Fact]
    public void Every_share_is_its_figure_over_the_table_it_names()
    {
        Dictionary<(string, string), double> rates = Rows(Path.Combine(Folder, "rates.csv"))
            .ToDictionary(r => (r[0], r[1]), r => Number(r[2]));
        Assert.True(Facts.Length > 10);
        foreach (string[] fact in Facts)
        {
            (string country, string flow, string name) = (fact[1], fact[2], fact[6]);
            FlowTable table = EmbeddedTables.Read(name);
            FlowTable economy = table.Sectors.Regions.Count > 1 ? RegionalView.Of(table, table.Sectors.FindRegion(country)) : table;
            int i = economy.Sectors.FindIndustry(fact[7]);
            double exports = TableTotals.Exports(economy)[i];
            double whole = flow switch
            {
                "output" => economy.Output[i],
                "imports" => economy.Imports[i],
                "exports" => exports,
                _ => economy.Output[i] + economy.Imports[i] - exports,
            };
            string code = $"{economy.Metadata.Classification}:{fact[7]}";
            string[] row = Assert.Single(Shares, s => s[0] == fact[0] && s[1] == country && s[2].Split(' ').Contains(code));
            double expected = Number(fact[3]) * rates[(fact[4], name)] / economy.Metadata.UnitScale / whole;
            string column = row[
                flow switch
                {
                    "imports" => 4,
                    "exports" => 5,
                    _ => 3,
                }
            ];
            Assert.Equal(expected.ToString("G3", CultureInfo.InvariantCulture), column);
            Assert.Equal(flow == "use" ? "C" : "B", row[6]);
        }
    }

    [Fact]
    public void Every_share_names_its_year_and_its_source() =>
        Assert.All(
            Shares,
            row =>
            {
                Assert.InRange(int.Parse(row[7], CultureInfo.InvariantCulture), 2005, 2024);
                Assert.Matches(Year(), row[8]);
                Assert.True(row[8].Length > 30, row[8]);
            }
        );

    [Fact]
    public void The_bridge_of_china_2020_has_the_published_shares()
    {
        foreach (BridgePart part in BridgeLibrary.Read("china-2020").Parts.Where(p => p.Split.Basis != PartBasis.Class))
        {
            string[] row = Assert.Single(
                Shares,
                s => $"nbs2020:{part.Split.Parent}" == s[2] && part.Split.Code.EndsWith(s[0], StringComparison.Ordinal)
            );
            Assert.Equal(
                [row[3], row[4], row[5]],
                [Told(part.Split.OutputShare), Told(part.Split.ImportShare), Told(part.Split.ExportShare)]
            );
            Assert.Contains(row[8].Split(',')[0], part.Source, StringComparison.Ordinal);
            Assert.Equal(SizeOrigin.Published, part.SizeFrom);
        }

        static string Told(double? share) => share?.ToString("G3", CultureInfo.InvariantCulture) ?? string.Empty;
    }

    [Fact]
    public void Parts_of_china_2020_are_those_that_its_classes_get_in_other_Chinese_tables()
    {
        // An edition of the same classes goes through the reference and its concordances.
        FlowTable china = EmbeddedTables.Read("china-2020");
        var edition = new FlowTable(china.ToParts() with { Metadata = china.Metadata with { Id = "another-edition" } });
        TechnologyBridge derived = BridgeLibrary.For(edition)!;
        foreach (BridgePart own in BridgeLibrary.For(china)!.Parts.Where(p => p.Split.Basis != PartBasis.Class))
        {
            BridgePart other = derived.Find(own.Technologies[0].Id)!.Value.Part;
            Assert.Equal(own.Split.Code, other.Split.Code);
            Assert.Equal(own.Split.References, other.Split.References);
            Assert.Equal(own.Split.Buyers, other.Split.Buyers);
            Assert.Equal(own.Split.Use, other.Split.Use);
            Assert.Equal(own.Split.OutputShare!.Value, other.Split.OutputShare!.Value, 1e-12);
        }
    }

    private static string[][] Rows(string path) => [.. File.ReadLines(path).Skip(1).Select(Cells)];

    private static string[] Cells(string line) => [.. Cell().Matches(line).Select(m => m.Value.TrimStart(',').Trim('"'))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:^|,)(?:\"[^\"]*\"|[^,]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    [GeneratedRegex("(19|20)[0-9]{2}|bridge", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
