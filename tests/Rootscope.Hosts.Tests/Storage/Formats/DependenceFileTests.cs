using CsCheck;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>
/// Files of rules, flows, blocs and production: every fault has a place and a repair, and spoilt text does no more than that.
/// </summary>
public sealed class DependenceFileTests : IDisposable
{
    private const string Rule = """
        name: own
        title: My rule
        source: me
        conditions:
          - { indicator: import-hhi, above: 0.5 }
          - { indicator: import-export-ratio, at_least: 1 }
        years: { hold: 2, of: 3 }
        without_exports: 9999

        """;

    private const string Flows = "year,exporter,importer,product,value\n2021,BBB,AAA,1,60\n2021,CCC,AAA,1,40\n";

    private static readonly string[] Noise = ["", ",", "\n", "\"", "{", "[", ": ", "-", "é", "0", "1e999", "\0", "&a *a", "|"];

    private readonly TemporaryFolder _folder = new();

    private int _spoilt;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rule_of_the_users_is_read_as_it_stands()
    {
        DependenceRule rule = DependenceRules.Read(_folder.Write("rule.yaml", Rule));
        Assert.Equal("import-hhi above 0.5 and import-export-ratio at least 1, in 2 of 3 years", rule.ToString());
        Assert.Equal(("own", "My rule", "me", 9999.0), (rule.Name, rule.Title, rule.Source, rule.WithoutExports));
    }

    [Theory]
    [InlineData("import-hhi", "import-hh", "line 5", "Nearest: import-hhi")]
    [InlineData("above: 0.5", "above: half", "line 5", "'above' is 'half'")]
    [InlineData("above: 0.5", "above: 1.5", "rule 'own'", "from 0 to 1")]
    [InlineData("above: 0.5", "over: 0.5", "line 5", "there is no key 'over' here")]
    [InlineData("above: 0.5 }", "above: 0.5, below: 0.6 }", "line 5", "needs one threshold and has 2")]
    [InlineData("hold: 2, of: 3", "hold: 4, of: 3", "rule 'own'", "4 of 3 years")]
    [InlineData("hold: 2, of: 3", "hold: 2", "line 7", "'of' is missing")]
    [InlineData("name: own", "nam: own", "line 1", "'name' is missing")]
    [InlineData("without_exports: 9999", "without_exports: -1", "line 8", "above 0")]
    [InlineData("without_exports: 9999", "withoutexports: 9999", "line 8", "Nearest: without_exports")]
    public void A_fault_of_a_rule_has_line_and_repair(string good, string bad, string place, string told)
    {
        string path = _folder.Write("rule.yaml", Rule.Replace(good, bad, StringComparison.Ordinal));
        TableException e = Assert.Throws<TableException>(() => DependenceRules.Read(path));
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021,BBB,AAA,1,60", "2021,BBB,AAA,1,-60", "line 2, column 5 ('value')")]
    [InlineData("2021,BBB,AAA,1,60", "2021,BBB,AAA,1,sixty", "line 2, column 5 ('value')")]
    [InlineData("2021,BBB,AAA,1,60", "2021,BBB,AAA,1,1e300", "line 2, column 5 ('value')")]
    [InlineData("2021,BBB,AAA,1,60", "21,BBB,AAA,1,60", "line 2, column 1 ('year')")]
    [InlineData("2021,BBB,AAA,1,60", "2021,,AAA,1,60", "line 2, column 2 ('exporter')")]
    [InlineData("2021,BBB,AAA,1,60", "2021,BBB,AAA,,60", "line 2, column 4 ('product')")]
    [InlineData("2021,BBB,AAA,1,60", "2021,BBB,AAA,1,60\n2021,BBB,AAA,1,60", "is listed twice")]
    [InlineData("2021,BBB,AAA,1,60", "2021,BBB,AAA,1", "line 2")]
    [InlineData("importer,product", "importer,produkt", "Nearest: produkt")]
    [InlineData("2021,BBB,AAA,1,60\n2021,CCC,AAA,1,40\n", "2021,WLD,AAA,1,60\n", "bilateral")]
    [InlineData("2021,BBB,AAA,1,60\n2021,CCC,AAA,1,40\n", "", "no flow above zero")]
    public void A_fault_of_a_csv_file_of_flows_has_a_place(string good, string bad, string told)
    {
        string path = _folder.Write("trade.csv", Flows.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(told, Assert.Throws<TableException>(() => TradePanelReader.Read([path])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_a_parquet_file_of_flows_has_a_row()
    {
        string path = _folder.PathOf("trade.parquet");
        string[] columns = ["year", "exporter", "importer", "product", "value"];
        foreach (
            (object?[] row, string told) in ((object?[], string)[])
                [
                    ([2021L, "BBB", "AAA", "1", -1.0], "row 2, column 'value'"),
                    ([21L, "BBB", "AAA", "1", 1.0], "row 2, column 'year'"),
                    ([2021L, null, "AAA", "1", 1.0], "row 2, column 'exporter'"),
                    ([2021L, "BBB", "AAA", " ", 1.0], "row 2, column 'product'"),
                    ([2021L, "CCC", "AAA", "1", 1.0], "listed twice"),
                    ([2021L, "BBB", "AAA", "1", double.NaN], "row 2, column 'value'"),
                ]
        )
        {
            ParquetFile.Write(
                path,
                columns,
                [
                    [2021L, "CCC", "AAA", "1", 2.0],
                    row,
                ],
                "made"
            );
            Assert.Contains(told, Assert.Throws<TableException>(() => TradePanelReader.Read([path])).Message, StringComparison.Ordinal);
        }

        File.WriteAllText(path, Flows);
        Assert.Contains(
            "cannot be read as Parquet",
            Assert.Throws<TableException>(() => TradePanelReader.Read([path])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no such file",
            Assert.Throws<TableException>(() => TradePanelReader.Read([_folder.PathOf("none.parquet")])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Spoilt_files_end_with_a_fault_of_the_data_and_nothing_else() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 200], Gen.Int[0, Noise.Length - 1])
            .ForAll(
                (ofRules, at, noise) =>
                {
                    string text = ofRules ? Rule : Flows;
                    string spoilt = text[..Math.Min(at, text.Length)] + Noise[noise] + text[Math.Min(at + (at % 3), text.Length)..];
                    string path = _folder.PathOf($"spoilt-{Interlocked.Increment(ref _spoilt)}" + (ofRules ? ".yaml" : ".csv"));
                    File.WriteAllText(path, spoilt);
                    try
                    {
                        _ = ofRules ? DependenceRules.Read(path).Name : TradePanelReader.Read([path]).Metadata.Title;
                    }
                    catch (TableException e)
                    {
                        Assert.True(e.Message.Length > 20);
                    }
                },
                count: 400
            );

    [Fact]
    public void Blocs_are_found_by_name_by_codes_by_a_country_that_split_and_in_a_file()
    {
        Assert.Equal(27, EconomyLists.FindBloc("eu27").Members.Count);
        Assert.Equal(["CSK", "CZE", "SVK"], EconomyLists.FindBloc("CSK").Members);
        Assert.Equal(["AAA", "BBB"], EconomyLists.FindBloc("BBB+AAA").Members);
        Assert.Equal(["AAA", "CCC"], EconomyLists.FindBloc(_folder.Write("mine.csv", "economy,note\nCCC,x\nAAA,\n")).Members);
        Assert.Contains(
            "line 3",
            Assert.Throws<TableException>(() => EconomyLists.FindBloc(_folder.Write("gap.csv", "economy,note\nCCC,x\n,y\n"))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("EU27", Assert.Throws<UnknownNameException>(() => EconomyLists.FindBloc("EU26")).Nearest);
    }

    [Fact]
    public void Embedded_lists_of_economies_hold_together()
    {
        Assert.All(EconomyLists.Blocs, b => Assert.All(b.Members, m => Assert.Matches("^[A-Z]{3}$", m)));
        Assert.All(EconomyLists.Blocs, b => Assert.NotEmpty(b.Source));
        Assert.All(EconomyLists.Changes, c => Assert.All(c.Before.Concat(c.After), m => Assert.Matches("^[A-Z]{3}$", m)));
        Assert.Equal(
            EconomyLists.FindBloc("EU27").Members.Append("GBR").Order(StringComparer.Ordinal),
            EconomyLists.FindBloc("EU28").Members
        );
    }

    [Theory]
    [InlineData("2021,AAA,1,-5", "line 2, column 4 ('value')")]
    [InlineData("2021,,1,5", "line 2, column 2 ('economy')")]
    [InlineData("2021,AAA,1,5\n2021,AAA,1,6", "is listed twice")]
    public void A_fault_of_production_has_a_place(string lines, string told) =>
        Assert.Contains(
            told,
            Assert
                .Throws<TableException>(() =>
                    ProductionReader.Read(_folder.Write("production.csv", $"year,economy,product,value\n{lines}\n"))
                )
                .Message,
            StringComparison.Ordinal
        );
}
