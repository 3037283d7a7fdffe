using System.Net;
using System.Text;
using System.Text.Json;
using Rootscope.Storage;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What answers carry: nothing of the server, nothing that a spreadsheet computes, what was typed.</summary>
public class AnswerTests
{
    private const string Typed = "A long text that nobody wants to write twice.";

    /// <summary>Whatever is sent, no answer names a folder, a program's version or a place in the program.</summary>
    [Fact]
    public async Task No_answer_tells_of_folders_versions_or_the_program()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { WritesPerMinute = 100_000 });
        new TableLibrary(Path.Combine(site.DataFolder, "workspace")).Import(MadeTables.ThreeRegions("own"));
        using Visitor visitor = site.Visit();
        string[] signs =
        [
            site.DataFolder,
            SourceFolder.Repository(),
            AppContext.BaseDirectory.TrimEnd('/'),
            "   at ",
            "Exception",
            "Kestrel",
            "Microsoft.",
            "System.",
            Environment.Version.ToString(),
            Path.GetTempPath().TrimEnd('/') + "/",
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/",
        ];
        string[] words = ["%00", "..%2F..", "own", new string('x', 3000)];
        string[] patterns =
        [
            "/about?table={0}",
            "/about?cut={0}&lens={0}&region={0}&measure={0}&lang={0}",
            "/technology/{0}",
            "/technology/{0}/at-rest",
            "/industry/{0}?table=own",
            "/region/{0}?table=own",
            "/data/{0}",
            "/data/import/{0}",
            "/runs/{0}",
            "/runs/{0}.json",
            "/compare?table=own&with={0}",
            "/compare/runs?first={0}&second={0}",
            "/search?table=own&q={0}",
            "/figures/{0}.csv",
            "/figures/economy.csv?table={0}",
            "/feeds/{0}.atom",
            "/assets/{0}",
            "/api/v1/{0}",
            "/api/v1/roots?table={0}&cut={0}",
            "/api/v1/at-stake?table={0}&horizon={0}",
            "/api/v1/at-stake/{0}?table=own",
            "/api/v1/accounts?table={0}&measure={0}",
            "/api/v1/tables/{0}/flows.parquet",
            "/api/v1/tables/{0}/sectors.csv",
            "/api/v1/weak-spots?table=own&region={0}&rule={0}",
            "/api/v1/runs/{0}/losses.parquet",
            "/discussion/mine?token={0}",
            "/admin/link?token={0}",
            "/health/{0}",
        ];
        await Parallel.ForEachAsync(
            patterns.SelectMany(p => words.Select(w => p.Replace("{0}", w, StringComparison.Ordinal))),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (address, _) =>
            {
                Answer answer = await visitor.Get(address);
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
                AssertTellsNothing(answer, signs, address);
            }
        );

        foreach (
            (string address, string type, string body) in ((string, string, string)[])
                [
                    ("/api/v1/runs", "application/yaml", "name: [\n"),
                    ("/api/v1/runs", "application/yaml", "\u0000"),
                    ("/api/v1/runs", "application/yaml", new string('[', 30_000)),
                    ("/api/v1/runs", "application/yaml", "name: x\ntable: ../../../etc/passwd\nshocks: [ { ban: { product: /etc } } ]"),
                    ("/api/v1/runs", "application/json", "{"),
                    ("/data/import/files", "multipart/form-data; boundary=x", "--x\r\nno form"),
                    ("/data/import/files", "multipart/form-data", "no boundary"),
                    ("/lab", "application/x-www-form-urlencoded", "%%%=%%%"),
                    ("/admin/decide", "application/x-www-form-urlencoded", "Keys=x&Page=99999999999999"),
                    ("/admin/sign-in", "application/x-www-form-urlencoded", "name=%00&password=%FF"),
                ]
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            Answer answer = await visitor.Send(request);
            Assert.True((int)answer.Status < 500, $"{address} {body[..Math.Min(20, body.Length)]}: {answer.Status}");
            AssertTellsNothing(answer, signs, $"{address}: {body[..Math.Min(40, body.Length)]}");
        }
    }

    /// <summary>A table whose names are formulas gives no formula to a spreadsheet, keeps every bit, and reads back whole.</summary>
    [Fact]
    public async Task Names_that_are_formulas_are_text_in_every_CSV_and_read_back_whole()
    {
        string[] formulas = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "'=1", "＝1+1"];
        FlowTable made = MadeTables.ThreeRegions("own");
        FlowTable table = Renamed(made, formulas);
        await using RunningSite site = await RunningSite.Start();
        new TableLibrary(Path.Combine(site.DataFolder, "workspace")).Import(table);
        using Visitor visitor = site.Visit();
        int seen = 0;
        foreach (
            string address in (string[])
                [
                    "/api/v1/tables/own/sectors.csv",
                    "/api/v1/tables/own/regions.csv",
                    "/api/v1/accounts.csv?table=own&measure=output-multiplier",
                    "/figures/economy.csv?table=own",
                ]
        )
        {
            Answer answer = await visitor.Get(address);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            foreach (string cell in Cells(answer.Text))
            {
                Assert.False(IsFormula(cell), $"{address}: {cell}");
                seen += formulas.Any(f => cell == "'" + f) ? 1 : 0;
            }
        }

        Assert.True(seen > 0, "the names are in the files");
        using var folder = new TemporaryFolder();
        TableExport.Write(table, folder.PathOf("export"), ExportFormat.Csv, rightsConfirmed: true);
        Assert.All(Directory.GetFiles(folder.PathOf("export"), "*.csv"), f => Assert.DoesNotContain(Cells(File.ReadAllText(f)), IsFormula));
        FlowTable again = TableFormats.Known.Read(
            "datapackage",
            [Path.Combine(folder.PathOf("export"), "datapackage.json")],
            "own",
            year: null,
            tolerance: null,
            country: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(table.ContentHash, again.ContentHash);
        Assert.Equal(table.Sectors.Industries.Select(i => i.Name), again.Sectors.Industries.Select(i => i.Name));
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-5", "-5")]
    [InlineData("+1e3", "+1e3")]
    [InlineData("-", "-")]
    [InlineData("-a", "'-a")]
    [InlineData("it's", "it's")]
    [InlineData("", "")]
    [InlineData("'quoted'", "'quoted'")]
    public void Text_is_guarded_where_a_spreadsheet_would_compute_it(string text, string expected) =>
        Assert.Equal(expected, SpreadsheetText.Guarded(text));

    /// <summary>Forms are refused for being old, too many, too large or for what is in them: what was typed comes back each time.</summary>
    [Fact]
    public async Task A_refused_form_keeps_what_was_typed()
    {
        const string Comments = "/discuss/technology/logic_chips";
        await using RunningSite site = await RunningSite.Start(o => o with { WritesPerMinute = 5 });
        using Visitor visitor = site.Visit();
        Answer form = await visitor.Get(Comments);
        (string, string)[] fields = [("name", "Ann"), ("email", "ann@example.org"), ("text", Typed), ("citation", "https://example.org/a")];
        Answer faulty = await visitor.Post(Comments, form, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        AssertKeeps(faulty);
        using (Visitor withoutCookie = site.Visit())
        {
            Answer old = await withoutCookie.Post(Comments, form, fields);
            Assert.Equal(HttpStatusCode.BadRequest, old.Status);
            AssertKeeps(old);
        }

        Answer lab = await visitor.Post("/lab", await visitor.Get("/lab"), ("scenario", Typed), ("capital", "off"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lab.Status);
        Assert.Contains(Typed, lab.Text, StringComparison.Ordinal);
        Assert.Matches("<option value=\"off\" selected", lab.Text);
        Answer signIn = await visitor.Post(
            "/admin/sign-in",
            await visitor.Get("/admin/sign-in"),
            ("name", Typed[..20]),
            ("password", "no one")
        );
        Assert.Contains(Typed[..20], signIn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no one", signIn.Text, StringComparison.Ordinal);
        Answer busy;
        do
        {
            busy = await visitor.Post(Comments, form, fields);
        } while (busy.Status != HttpStatusCode.TooManyRequests);

        AssertKeeps(busy);

        static void AssertKeeps(Answer answer)
        {
            Assert.Contains(Typed, answer.Text, StringComparison.Ordinal);
            Assert.Contains("ann@example.org", answer.Text, StringComparison.Ordinal);
            Assert.Contains("https://example.org/a", answer.Text, StringComparison.Ordinal);
        }
    }

    private static void AssertTellsNothing(Answer answer, string[] signs, string request)
    {
        string all = WebUtility.HtmlDecode(answer.Text) + answer.Message.Headers + answer.Message.Content.Headers;
        foreach (string sign in signs)
        {
            int at = all.IndexOf(sign, StringComparison.Ordinal);
            Assert.True(at < 0, at < 0 ? string.Empty : $"{request}: …{all[Math.Max(0, at - 60)..Math.Min(all.Length, at + 60)]}…");
        }
    }

    private static FlowTable Renamed(FlowTable table, string[] names)
    {
        FlowTableParts parts = new()
        {
            Metadata = table.Metadata,
            Sectors = new SectorIndex(
                table.Sectors.Regions,
                [
                    .. table.Sectors.Industries.Select(
                        (i, k) => i with { Name = names[k % names.Length], LocalName = names[(k + 1) % names.Length] }
                    ),
                ]
            ),
            FinalDemandCategories = table.FinalDemandCategories,
            ValueAddedCategories = table.ValueAddedCategories,
            Flows = table.Flows.ToArray(),
            FinalDemand = table.FinalDemand.ToArray(),
            ValueAdded = table.ValueAdded.ToArray(),
            Output = table.Output.ToArray(),
        };
        return new FlowTable(parts);
    }

    /// <summary>Cells of a CSV file as a spreadsheet has them.</summary>
    private static IEnumerable<string> Cells(string text)
    {
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(
            new StringReader(text),
            new Sylvan.Data.Csv.CsvDataReaderOptions { HasHeaders = false }
        );
        while (reader.Read())
        {
            for (int c = 0; c < reader.RowFieldCount; c++)
            {
                yield return reader.GetString(c);
            }
        }
    }

    private static bool IsFormula(string cell) =>
        cell.Length > 1
        && "=+-@\t\r＝＋－＠".Contains(cell[0], StringComparison.Ordinal)
        && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _);
}
