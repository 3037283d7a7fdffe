// Compiles the traits of products that irreplaceability is drawn from:
//     dotnet run eng/traits.cs -- DATA_FOLDER
// DATA_FOLDER holds the source folders as they were downloaded (concordances, essentiality, trade, us_bea_detail). What the tables tell is
// taken from the embedded tables. Every trait is written as its rank among the products that have it, from 0 to 1, rounded to a hundredth
// and larger where a product is harder to replace; where there is no evidence the cell is empty. Product complexities are not written
// themselves. Readings of ours stand beside this program in eng/traits. The results are written to
// src/Rootscope.Storage/Embedded/Data/irreplaceability.
#:project ../src/Rootscope.Storage/Rootscope.Storage.csproj
#:package Sylvan.Data.Csv@1.4.4

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Sylvan.Data.Csv;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run eng/traits.cs -- DATA_FOLDER");
    return 2;
}

// Five years around both tables, so that one year's trade does not decide.
const int FirstYear = 2016;
const int LastYear = 2020;
const int Essential = 2;
string data = args[0];
string root = Path.GetFullPath(Path.Combine(Here(), ".."));
string readings = Path.Combine(root, "eng", "traits");
string target = Path.Combine(root, "src", "Rootscope.Storage", "Embedded", "Data", "irreplaceability");
Directory.CreateDirectory(target);

Dictionary<string, Heading> headings = Headings();
Dictionary<string, double> differentiated = Differentiated();
Dictionary<string, double> research = Rows(Path.Combine(readings, "isic4-research.csv"))
    .ToDictionary(r => r["isic4"], r => Number(r["research"]));
Dictionary<string, string> groups = Rows(Path.Combine(data, "essentiality", "nace4_to_group.csv"))
    .GroupBy(r => r["nace2"])
    .ToDictionary(g => g.Key, g => g.First()["ihs_markit"]);
Dictionary<(string, string), double> ratings = Ratings();

Write("bea2017", EmbeddedTables.Read("usa-2017"), HeadingsOfBea(), DivisionsOfBea());
Write("nbs2020", EmbeddedTables.Read("china-2020"), HeadingsOfNbs(), DivisionsOfNbs());
return 0;

void Write(
    string classification,
    FlowTable table,
    List<(string Heading, string Code, double Share)> makers,
    Dictionary<string, string[]> divisions
)
{
    string[] codes = [.. Enumerable.Range(0, table.Size).Select(i => table.Sectors.IndustryOf(new(i)).Code)];
    ILookup<string, (string Heading, string Code, double Share)> made = makers
        .Where(m => headings.ContainsKey(m.Heading))
        .ToLookup(m => m.Code);
    double? Traded(string code, Func<string, double?> value)
    {
        double sum = 0,
            weight = 0;
        foreach ((string heading, _, double share) in made[code])
        {
            if (value(heading) is { } v)
            {
                sum += share * headings[heading].Exports * v;
                weight += share * headings[heading].Exports;
            }
        }

        return weight > 0 ? sum / weight : null;
    }

    double?[] Each(Func<string, int, double?> value) => [.. codes.Select(value)];
    double[] output = table.Output.ToArray();
    double[] valueAdded = TableTotals.ValueAdded(table);
    double[] exports = TableTotals.Exports(table);
    double[] invested = TableTotals.FinalDemand(table, c => c.Kind == FinalDemandKind.FixedCapital);
    double[] imports = table.Imports.ToArray();
    double[] imported = [.. ImportShares.Of(table).Values];
    double?[] Ratio(double[] part, double[] whole) => Each((_, i) => whole[i] > 0 ? part[i] / whole[i] : null);
    double[] supply = [.. output.Zip(imports, (x, m) => x + m)];
    (string Name, double?[] Values)[] traits =
    [
        ("complexity", Each((c, _) => Traded(c, h => headings[h].Complexity))),
        ("few-exporters", Each((c, _) => Traded(c, h => -headings[h].Ubiquity))),
        ("exports", Ratio(exports, output)),
        ("value-added", Ratio(valueAdded, output)),
        ("research", Each((c, _) => Mean(divisions[c].Select(d => Prefixed(research, d))))),
        ("capital-goods", Ratio(invested, supply)),
        ("imports", Each((_, i) => imported[i])),
        ("differentiation", Each((c, _) => Traded(c, h => differentiated.TryGetValue(h[..2], out double share) ? share : null))),
        ("essential", Each((c, i) => EssentialShare(table, codes, divisions, c, i))),
    ];
    var text = new StringBuilder("code,").AppendJoin(',', traits.Select(t => t.Name)).Append('\n');
    double?[][] ranks = [.. traits.Select(t => Ranks(t.Values))];
    for (int i = 0; i < codes.Length; i++)
    {
        text.Append(codes[i])
            .Append(',')
            .AppendJoin(',', ranks.Select(r => r[i]?.ToString("0.##", CultureInfo.InvariantCulture)))
            .Append('\n');
    }

    File.WriteAllText(
        Path.Combine(target, classification + ".csv"),
        text.ToString(),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
    );
    Console.WriteLine(
        $"{classification}: {codes.Length} products; "
            + string.Join(", ", traits.Select(t => $"{t.Name} {t.Values.Count(v => v is not null)}"))
    );
}

// The share of a product's sales to other industries that goes to those who rate it essential.
double? EssentialShare(FlowTable table, string[] codes, Dictionary<string, string[]> divisions, string code, int product)
{
    double sum = 0,
        weight = 0;
    for (int j = 0; j < codes.Length; j++)
    {
        double flow = j == product ? 0 : Math.Max(0, table.Flows[(product * table.Size) + j]);
        double? rated = flow > 0 ? Mean(divisions[code].SelectMany(s => divisions[codes[j]].Select(b => RatingOf(s, b)))) : null;
        if (rated is { } share)
        {
            sum += flow * share;
            weight += flow;
        }
    }

    return weight > 0 ? sum / weight : null;
}

double? RatingOf(string supplier, string buyer) =>
    groups.TryGetValue(supplier[..2], out string? s)
    && groups.TryGetValue(buyer[..2], out string? b)
    && ratings.TryGetValue((s, b), out double rating)
        ? rating
        : null;

Dictionary<(string, string), double> Ratings()
{
    var result = new Dictionary<(string, string), double>();
    foreach (Dictionary<string, string> row in Rows(Path.Combine(data, "essentiality", "ihs_ratings.csv")))
    {
        foreach ((string buyer, string text) in row.Where(c => c.Key != "supplier"))
        {
            result[(row["supplier"], buyer)] = Number(text) == Essential ? 1 : 0;
        }
    }

    return result;
}

// World exports, number of specialised exporters and complexity of each heading, over the years.
Dictionary<string, Heading> Headings() =>
    Rows(Path.Combine(data, "trade", "hs92_4digit_product_year_1995_2023.csv"))
        .Where(r => Number(r["year"]) is >= FirstYear and <= LastYear && r["pci_final"].Length > 0)
        .GroupBy(r => r["product_code"])
        .ToDictionary(
            g => g.Key,
            g => new Heading(
                g.Average(r => Number(r["world_export_value"])),
                g.Average(r => Number(r["ubiquity"])),
                g.Average(r => Number(r["pci_final"]))
            )
        );

// The share of differentiated goods (Rauch, conservative) in the groups of SITC that a chapter of the HS falls under.
Dictionary<string, double> Differentiated()
{
    Dictionary<string, string>[] groupsOfSitc = [.. Rows(Path.Combine(data, "concordances", "sitc2_rauch.csv"))];
    return Rows(Path.Combine(readings, "hs92-sitc2.csv"))
        .ToDictionary(
            r => r["chapter"],
            r =>
                groupsOfSitc
                    .Where(s => r["sitc2"].Split(' ').Any(p => s["SITC2"].StartsWith(p, StringComparison.Ordinal)) && s["CON"].Length > 0)
                    .Average(s => s["CON"] == "n" ? 1.0 : 0.0)
        );
}

// Every line of the HS under a heading counts the same, and is shared by the commodities that its classes of NAICS belong to.
List<(string, string, double)> HeadingsOfBea()
{
    var bea = Crosswalk();
    // The class of machines for making semiconductors had another number before 2012.
    bea["333295"] = bea["333242"];
    var result = new List<(string, string, double)>();
    foreach (var heading in Rows(Path.Combine(data, "concordances", "hs_naics.csv")).GroupBy(r => r["HS_4d"]))
    {
        var lines = heading
            .GroupBy(r => r["HS_6d"])
            .Select(line => line.SelectMany(r => bea.GetValueOrDefault(r["NAICS_6d"], [])).Distinct().ToArray())
            .Where(codes => codes.Length > 0)
            .ToArray();
        result.AddRange(
            lines
                .SelectMany(codes => codes.Select(c => (Code: c, Share: 1.0 / codes.Length / lines.Length)))
                .GroupBy(c => c.Code)
                .Select(c => (heading.Key, c.Key, c.Sum(x => x.Share)))
        );
    }

    return result;
}

List<(string, string, double)> HeadingsOfNbs() =>
    [
        .. Rows(Path.Combine(readings, "hs92-nbs2020.csv"))
            .SelectMany(r =>
            {
                string[] ends = r["headings"].Split('-');
                return headings
                    .Keys.Where(h => string.CompareOrdinal(h, ends[0]) >= 0 && string.CompareOrdinal(h, ends[^1]) <= 0)
                    .Select(h => (h, r["nbs2020"], 1.0));
            }),
    ];

Dictionary<string, string[]> DivisionsOfNbs() =>
    Rows(Path.Combine(readings, "nbs2020-isic4.csv")).ToDictionary(r => r["nbs2020"], r => r["isic4"].Split(' '));

Dictionary<string, string[]> DivisionsOfBea()
{
    ILookup<string, string> isic = Rows(Path.Combine(data, "concordances", "naics2017_isic4.csv"))
        .ToLookup(r => r["NAICS2017_6d"], r => r["ISIC4_4d"]);
    ILookup<string, string> naics = Crosswalk().SelectMany(c => c.Value.Select(b => (b, c.Key))).ToLookup(c => c.b, c => c.Key);
    FlowTable table = EmbeddedTables.Read("usa-2017");
    return table.Sectors.Industries.ToDictionary(
        i => i.Code,
        i => naics[i.Code].SelectMany(n => isic[n]).Distinct().Order(StringComparer.Ordinal).ToArray()
    );
}

Dictionary<string, string[]> Crosswalk() =>
    Rows(Path.Combine(data, "us_bea_detail", "MasterCrosswalk2017.csv"))
        .SelectMany(r =>
            new[]
            {
                (Naics: r["NAICS_2017_Code"], Bea: r["BEA_2017_Detail_Code"]),
                (Naics: r["NAICS_2012_Code"], Bea: r["BEA_2017_Detail_Code"]),
            }
        )
        .Where(p => p.Naics.Length == 6)
        .GroupBy(p => p.Naics)
        .ToDictionary(g => g.Key, g => g.Select(p => p.Bea).Distinct().ToArray());

// The rank among those that have a value, from 0 to 1; equal values share the middle of their ranks.
static double?[] Ranks(double?[] values)
{
    double[] known = [.. values.Where(v => v is not null).Select(v => v!.Value)];
    return
    [
        .. values.Select(v =>
            v is { } x && known.Length > 1
                ? Math.Round((known.Count(k => k < x) + (0.5 * (known.Count(k => k == x) - 1))) / (known.Length - 1), 2)
                : (double?)null
        ),
    ];
}

static double? Prefixed(Dictionary<string, double> values, string code) =>
    Enumerable
        .Range(2, Math.Max(0, code.Length - 1))
        .Reverse()
        .Where(l => l <= code.Length && values.ContainsKey(code[..l]))
        .Select(l => (double?)values[code[..l]])
        .FirstOrDefault();

static double? Mean(IEnumerable<double?> values)
{
    double[] known = [.. values.Where(v => v is not null).Select(v => v!.Value)];
    return known.Length > 0 ? known.Average() : null;
}

static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

static IEnumerable<Dictionary<string, string>> Rows(string path)
{
    using CsvDataReader csv = CsvDataReader.Create(path, new CsvDataReaderOptions { Delimiter = ',' });
    while (csv.Read())
    {
        yield return Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, c => csv.GetString(c).Trim());
    }
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

internal sealed record Heading(double Exports, double Ubiquity, double Complexity);
