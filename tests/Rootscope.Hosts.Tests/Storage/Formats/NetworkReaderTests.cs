using System.Globalization;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

public sealed class NetworkReaderTests : IDisposable
{
    private const string Edges = "supplier,customer,value\na,b,10\nb,c,2.5\nc,a,1\n";
    private const string Firms =
        "id,name,sector,region,market,revenue,costs\na,Alpha,2611,JPN,m1,20,\nb,Beta,26.11,JPN,m1,,5\nc,Gamma,C28,NLD,m2,3,1\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Edges_and_firms_are_read_with_all_that_is_known()
    {
        SupplyNetwork network = Read(Edges, Firms).Network;
        Assert.Equal((3, 3), (network.Count, network.EdgeCount));
        Assert.Equal([new(1)], network.CustomersOf(new(0)).ToArray());
        Assert.Equal([10.0], network.SalesOf(new(0)).ToArray());
        Assert.Equal([new(1)], network.SuppliersOf(new(2)).ToArray());
        Assert.Equal([10, 2.5, 1], network.Sales.ToArray());
        Assert.Equal([1, 10, 2.5], network.Purchases.ToArray());
        Assert.Equal(
            (20.0, null, "Alpha", "NLD"),
            (
                network.Firms.RevenueOf(new(0)),
                network.Firms.CostsOf(new(0)),
                network.Firms.NameOf(new(0)),
                network.Firms.Regions!.CodeOf(new(2))
            )
        );
        Assert.Equal(["m1", "m2"], network.Firms.Markets!.Codes);
        Assert.Equal(1, network.Firms.Find("beta"));
    }

    [Fact]
    public void The_order_of_rows_and_the_names_of_columns_make_no_difference()
    {
        string edges = "to,from,weight\nc,b,2.5\na,c,1\nb,a,10\n";
        string firms =
            "costs,sector,id,name,region,market,turnover\n1,C28,c,Gamma,NLD,m2,3\n5,26.11,b,Beta,JPN,m1,\n,2611,a,Alpha,JPN,m1,20\n";
        Assert.Equal(Read(Edges, Firms).Network.ContentHash, Read(edges, firms).Network.ContentHash);
        Assert.NotEqual(
            Read(Edges, Firms).Network.ContentHash,
            Read(Edges.Replace("2.5", "2.6", StringComparison.Ordinal), Firms).Network.ContentHash
        );
    }

    [Fact]
    public void Parquet_gives_the_same_network()
    {
        string edges = _folder.PathOf("edges.parquet");
        string firms = _folder.PathOf("firms.parquet");
        ParquetFile.Write(
            edges,
            ["supplier", "customer", "value"],
            [
                ["a", "b", 10.0],
                ["b", "c", 2.5],
                ["c", "a", 1.0],
            ],
            "made"
        );
        ParquetFile.Write(
            firms,
            ["id", "name", "sector", "region", "market", "revenue", "costs"],
            [
                ["a", "Alpha", "2611", "JPN", "m1", 20.0, null],
                ["b", "Beta", "26.11", "JPN", "m1", null, 5.0],
                ["c", "Gamma", "C28", "NLD", "m2", 3.0, 1.0],
            ],
            "made"
        );
        Assert.Equal(
            Read(Edges, Firms).Network.ContentHash,
            NetworkReader.Read(edges, firms, cancellation: TestContext.Current.CancellationToken).Network.ContentHash
        );
    }

    [Theory]
    [InlineData("b,c,2.5", "b,d,2.5", "edges.csv, line 3, column 2 ('customer')", "there is no firm 'd'")]
    [InlineData("b,c,2.5", "b,,2.5", "edges.csv, line 3, column 2 ('customer')", "is missing")]
    [InlineData("b,c,2.5", "b,c,-2.5", "edges.csv, line 3, column 3 ('value')", "cannot be -2.5")]
    [InlineData("b,c,2.5", "b,c,", "edges.csv, line 3, column 3 ('value')", "the value is missing")]
    [InlineData("b,c,2.5", "b,c,x", "edges.csv, line 3, column 3 ('value')", "expected a number")]
    [InlineData("b,c,2.5", "b,b,2.5", "edges.csv, line 3", "sells to itself")]
    [InlineData("c,a,1", "b,a,0\nb,c,1", "edges.csv, line 5", "are there twice (first: ")]
    [InlineData("supplier", "verkäufer", "edges.csv, line 1", "there is no column 'supplier'")]
    public void A_fault_of_the_edges_has_a_place_and_a_repair(string good, string bad, string place, string told) =>
        Fails(Edges.Replace(good, bad, StringComparison.Ordinal), Firms, place, told);

    [Theory]
    [InlineData("b,Beta", "a,Beta", "firms.csv, line 3", "occurs twice")]
    [InlineData("b,Beta", ",Beta", "firms.csv, line 3", "no identifier")]
    [InlineData("C28", "", "firms.csv, line 4", "has no sector")]
    [InlineData("NLD,m2,3", "NLD,m2,-3", "firms.csv, line 4", "the revenue of firm 'c' cannot be -3")]
    [InlineData("sector", "sekctor", "firms.csv, line 1", "there is no column 'sector'. Nearest: sekctor.")]
    public void A_fault_of_the_firms_has_a_place_and_a_repair(string good, string bad, string place, string told) =>
        Fails(Edges, Firms.Replace(good, bad, StringComparison.Ordinal), place, told);

    [Fact]
    public void Edges_without_value_are_left_out_and_counted()
    {
        NetworkReading reading = Read(Edges + "a,c,0\n", Firms);
        Assert.Equal(3, reading.Network.EdgeCount);
        Assert.Equal("1 edges without value are left out.", Assert.Single(reading.Notes));
    }

    [Fact]
    public void A_selection_names_firms_by_identifier_or_name()
    {
        FirmList firms = Read(Edges, Firms).Network.Firms;
        Assert.Equal([new(2), new(0)], NetworkReader.ReadSelection(_folder.Write("list.csv", "id,note\nc,x\na,\nc,y\n"), firms));
        Assert.Equal([new(1), new(0)], NetworkReader.ReadSelection(_folder.Write("plain.txt", "Beta\na\n"), firms));
        Assert.Contains(
            "Nearest",
            Assert
                .Throws<UnknownNameException>(() => NetworkReader.ReadSelection(_folder.Write("wrong.csv", "id\nBetta\n"), firms))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_listing_may_say_what_each_firm_loses()
    {
        FirmList firms = Read(Edges, Firms).Network.Firms;
        Assert.Equal(
            [new CapacityLoss(new(2), 0.4), new CapacityLoss(new(0), 1), new CapacityLoss(new(1), 1)],
            NetworkReader.ReadListing(_folder.Write("part.csv", "id,share\nc,0.4\na,\nBeta,0.2\nb,1\n"), firms)
        );
        Assert.Equal([new CapacityLoss(new(2), 1)], NetworkReader.ReadListing(_folder.Write("whole.csv", "id\nc\n"), firms));
        Assert.Equal([new CapacityLoss(new(1), 1)], NetworkReader.ReadListing(_folder.Write("names.txt", "Beta\n"), firms));
        foreach (string wrong in new[] { "0", "1.5", "-0.1" })
        {
            string message = Assert
                .Throws<TableException>(() => NetworkReader.ReadListing(_folder.Write("wrong.csv", $"id,share\nc,{wrong}\n"), firms))
                .Message;
            Assert.Contains("wrong.csv, line 2, column 2 ('share')", message, StringComparison.Ordinal);
            Assert.Contains($"cannot be {wrong}", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_embedded_ratings_know_groups_and_nace_classes_and_refuse_the_rest()
    {
        EssentialityMatrix ratings = EssentialityReader.Read(EssentialityReader.EmbeddedName);
        Assert.Equal(InputRating.Essential, ratings.RatingOf("A01", "C10.C12"));
        Assert.Equal(ratings.RatingOf("C26", "C28"), ratings.RatingOf("2611", "28.41"));
        Assert.Equal(ratings.RatingOf("R_S", "B"), ratings.RatingOf("9602", "0610"));
        Assert.Equal(ratings.RatingOf("C10.C12", "C26"), ratings.RatingOf("11.0", "26"));
        Assert.False(ratings.Knows("Chips"));
        Assert.False(ratings.Knows("111"));
        string told = Assert.Throws<TableException>(() => ratings.RatingOf("Chips", "C26")).Message;
        Assert.Contains("'Chips'", told, StringComparison.Ordinal);
        Assert.Contains("option essentiality=FILE", told, StringComparison.Ordinal);
        Assert.Contains(
            "'3'",
            Assert.Throws<TableException>(() => EssentialityReader.Read(_folder.Write("ess.csv", ",a,b\na,0,1\nb,3,2\n"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_nace_class_of_the_source_is_in_the_group_that_the_source_says()
    {
        string file = SharedData.Require("data", "essentiality", "nace4_to_group.csv");
        EssentialityMatrix ratings = EssentialityReader.Read(EssentialityReader.EmbeddedName);
        string[][] rows =
        [
            .. File.ReadAllLines(file).Skip(1).Select(l => l.Replace("\"", string.Empty, StringComparison.Ordinal).Split(',')),
        ];
        string[] groups = [.. rows.Select(r => r[3]).Distinct(StringComparer.Ordinal)];
        Assert.Equal((616, 56), (rows.Length, groups.Length));
        Assert.All(rows, r => Assert.All(groups, g => Assert.Equal(ratings.RatingOf(r[3], g), ratings.RatingOf(r[0], g))));
    }

    [Fact]
    public void Spoilt_files_are_read_or_refused_and_never_break_a_reader()
    {
        string[] pieces =
        [
            "",
            ",",
            "\"",
            "\n",
            "-",
            "1e400",
            "NaN",
            "0",
            "a",
            "b",
            "\0",
            "\r",
            "é",
            "999999999999999999999",
            " ",
            ";",
            "id",
            "supplier",
            "value",
        ];
        int count = int.TryParse(
            Environment.GetEnvironmentVariable("ROOTSCOPE_FUZZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int asked
        )
            ? asked
            : 500;
        var random = new Random(20_260_726);
        int refused = 0;
        for (int trial = 0; trial < count; trial++)
        {
            string edges = random.Next(2) == 0 ? Spoilt(Edges, pieces, random) : Edges;
            string firms = edges == Edges ? Spoilt(Firms, pieces, random) : Firms;
            try
            {
                SupplyNetwork network = Read(edges, firms).Network;
                Assert.DoesNotContain(network.Sales.ToArray(), s => !double.IsFinite(s));
            }
            catch (TableException e)
            {
                refused++;
                Assert.NotEmpty(e.Place);
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, count / 10, count);
    }

    private static string Spoilt(string text, string[] pieces, Random random)
    {
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(text.Length + 1);
            int cut = Math.Min(text.Length - at, random.Next(0, 8));
            text =
                random.Next(6) == 0
                    ? text[..at]
                    : string.Concat(text.AsSpan(0, at), pieces[random.Next(pieces.Length)], text.AsSpan(at + cut));
        }

        return text;
    }

    private NetworkReading Read(string edges, string firms) =>
        NetworkReader.Read(
            _folder.Write("edges.csv", edges),
            _folder.Write("firms.csv", firms),
            cancellation: TestContext.Current.CancellationToken
        );

    private void Fails(string edges, string firms, string place, string told)
    {
        string message = Assert.Throws<TableException>(() => Read(edges, firms)).Message;
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(told, message, StringComparison.Ordinal);
    }
}
