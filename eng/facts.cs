// Compiles the embedded facts about who holds what, and how complex countries are:
//     dotnet run eng/facts.cs -- SHARED_FOLDER
// SHARED_FOLDER holds the source folders as they were downloaded (data/minerals, golden/complexity). Published shares are those of the
// catalogue's evidence, read from there and located by eng/facts/located.csv; production by country is turned into shares of the published
// world total. Indices of complexity are computed from exports by SITC, mean of 1998 to 2000, of a package under Apache-2.0; that file's
// totals of some countries are too high, so no values are taken from it. World exports by heading are totals of 2023, rounded to three
// digits, of the headings that hold a technology; the indices and the product space beside them carry no licence and are not read. Results
// are written to src/Rootscope.Storage/Embedded/Data/facts.
#:project ../src/Rootscope.Storage/Rootscope.Storage.csproj

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rootscope.Catalogue;
using Rootscope.Complexity;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Trade;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run eng/facts.cs -- SHARED_FOLDER");
    return 2;
}

const string Rest = "Rest of world";
string root = Root();
string target = Path.Combine(root, "src", "Rootscope.Storage", "Embedded", "Data", "facts");
Directory.CreateDirectory(target);
string[][] places = Csv(Path.Combine(root, "eng", "facts", "located.csv"));
Dictionary<string, string> codes = Csv(Path.Combine(root, "eng", "facts", "countries.csv"))
    .ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
string[][] uses = Csv(Path.Combine(root, "eng", "facts", "minerals.csv"));
var lines = new List<string> { "technology,subject,basis,buyer,holder,economies,share,bound,year,source,licence,status" };
foreach (string[] place in places)
{
    Evidence claim = CatalogueLibrary.Read().Evidence.Single(e => e.Technology.Id == place[0] && e.Claim == place[1]);
    lines.Add(
        Line(
            place[0],
            place[2],
            place[3],
            place[4],
            place[5],
            place[6],
            claim.Value!.Value,
            place[7],
            claim.Year!.Value,
            claim.Source,
            claim.Licence,
            claim.Status.ToString().ToLowerInvariant()
        )
    );
}

string iea = Path.Combine(args[0], "data", "minerals", "iea_supply_by_country.csv");
foreach (var subject in Csv(iea).Where(r => r[3] == "2024" && r[4].Length > 0).GroupBy(r => (Mineral: r[0], Stage: r[1])))
{
    AddMineral(
        $"{subject.Key.Mineral.ToLowerInvariant()} {subject.Key.Stage}",
        subject.Key.Mineral,
        subject.Key.Stage,
        2024,
        [.. subject.Select(r => (r[2], double.Parse(r[4], CultureInfo.InvariantCulture)))],
        "IEA, Critical Minerals Data Explorer (2024)",
        "CC BY 4.0"
    );
}

string usgs = Path.Combine(args[0], "data", "minerals", "usgs_2023_production_selected.csv");
foreach (var subject in Csv(usgs).Where(r => r[3].StartsWith("mine, ", StringComparison.Ordinal)).GroupBy(r => r[3]["mine, ".Length..]))
{
    AddMineral(
        $"{subject.Key} mining",
        subject.Key,
        "mining of the countries listed",
        2023,
        [.. subject.Select(r => (r[0], double.Parse(r[2], CultureInfo.InvariantCulture)))],
        "United States Geological Survey, Mineral Commodity Summaries 2025",
        "public domain"
    );
}

Write("holders.csv", lines);
var exports = ExportFile.Read(Path.Combine(args[0], "golden", "complexity", "wt_1998_2000.csv"));
var profile = ComplexityProfile.Of(exports.Years[0].Exports);
Write(
    "country-complexity.csv",
    [
        "country,firstYear,lastYear,eci,rank,countries,diversity,source,licence",
        .. Enumerable
            .Range(0, profile.Advantage.Countries.Count)
            .OrderByDescending(c => profile.Complexity.Countries![c])
            .Select(
                (c, rank) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{profile.Advantage.Countries[c].ToUpperInvariant()},1998,2000,{profile.Complexity.Countries![c]:0.00},{rank + 1},"
                            + $"{profile.Advantage.Countries.Count},{profile.Advantage.Diversity(new(c))},"
                            + $"computed by Rootscope from world exports by SITC (economiccomplexity),Apache-2.0"
                    )
            ),
    ]
);
HashSet<string> headings = [.. CatalogueLibrary.Read().Codes.Where(c => c.Classification.Id == "hs2017").Select(c => c.Code[..4])];
Write(
    "world-exports.csv",
    [
        "heading,classification,year,dollars,source,licence",
        .. Csv(Path.Combine(args[0], "data", "trade", "hs92_4digit_product_year_1995_2023.csv"))
            .Where(r => r[1] == "2023" && headings.Contains(r[0]))
            .OrderBy(r => r[0], StringComparer.Ordinal)
            .Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{r[0]},hs1992,2023,{Rounded(double.Parse(r[4], CultureInfo.InvariantCulture)):0},world totals by heading "
                        + $"(economic-complexity-structural-transformation-lac) after UN Comtrade and the Atlas of Economic Complexity,MIT"
                )
            ),
    ]
);
return 0;

static double Rounded(double value)
{
    double step = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
    return Math.Round(value / step) * step;
}

void AddMineral(
    string subject,
    string mineral,
    string stage,
    int year,
    (string Country, double Amount)[] amounts,
    string source,
    string licence
)
{
    double total = amounts.Sum(a => a.Amount);
    foreach (string technology in uses.Where(u => u[0] == mineral).Select(u => u[1]))
    {
        foreach ((string country, double amount) in amounts.Where(a => a.Country != Rest && a.Amount > 0).OrderByDescending(a => a.Amount))
        {
            lines.Add(
                Line(
                    technology,
                    subject,
                    stage,
                    string.Empty,
                    country,
                    codes[country],
                    Math.Round(amount / total, 4),
                    "exact",
                    year,
                    source,
                    licence,
                    "seen"
                )
            );
        }
    }
}

static string Line(
    string technology,
    string subject,
    string basis,
    string buyer,
    string holder,
    string economies,
    double share,
    string bound,
    int year,
    string source,
    string licence,
    string status
) =>
    string.Join(
        ',',
        new[]
        {
            technology,
            subject,
            basis,
            buyer,
            holder,
            economies,
            share.ToString("R", CultureInfo.InvariantCulture),
            bound,
            year.ToString(CultureInfo.InvariantCulture),
            source,
            licence,
            status,
        }.Select(Quoted)
    );

static string Quoted(string cell) =>
    cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

void Write(string name, IEnumerable<string> rows)
{
    string[] all = [.. rows];
    File.WriteAllText(Path.Combine(target, name), string.Join('\n', all) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine($"{name}: {all.Length - 1} rows");
}

// The files here hold no line breaks inside quotes.
static string[][] Csv(string path) => [.. File.ReadAllLines(path).Skip(1).Where(l => l.Length > 0).Select(Cells)];

static string[] Cells(string line)
{
    var cells = new List<string>();
    var cell = new StringBuilder();
    bool quoted = false;
    foreach (char c in line)
    {
        if (c == '"')
        {
            quoted = !quoted;
        }
        else if (c == ',' && !quoted)
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
        else
        {
            cell.Append(c);
        }
    }

    cells.Add(cell.ToString().Trim());
    return [.. cells];
}

static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
