// Compiles the embedded evidence of who uses which capital goods, in the classes of bea2017:
//     dotnet run eng/capital.cs -- DATA_FOLDER [TARGET_FOLDER]
// DATA_FOLDER holds the source folders as they were downloaded (us_fixed_assets, us_bea_detail). Readings of ours stand beside this program
// in eng/capital, each with its reason. The results are written to TARGET_FOLDER, or else to src/Rootscope.Storage/Embedded/Data/capital.
// A test holds the committed files to what this program makes.
#:package Sylvan.Data.Csv@1.4.4

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Sylvan.Data.Csv;

if (args.Length is < 1 or > 2)
{
    Console.Error.WriteLine("usage: dotnet run eng/capital.cs -- DATA_FOLDER [TARGET_FOLDER]");
    return 2;
}

// Where less than this share of output is formed, the figure is a remainder that says nothing of users: the product counts so much as business
// formation, enough for a pattern and too little to weigh beside others.
const double Least = 0.001;
const int Digits = 4;
string data = args[0];
string root = Path.GetFullPath(Path.Combine(Here(), ".."));
string readings = Path.Combine(root, "eng", "capital");
string target = args.Length == 2 ? args[1] : Path.Combine(root, "src", "Rootscope.Storage", "Embedded", "Data", "capital");
Directory.CreateDirectory(target);

// What is neither product nor capital good: scrap, used goods, noncomparable imports, the rest of the world.
string[] adjustments = ["S00401", "S00402", "S00300", "S00900"];
Matrix use = Read("Detail_Use_2017_PRO_BeforeRedef.csv");
Matrix make = Read("Detail_Make_2017_BeforeRedef.csv");
string[] products = [.. make.Columns.Where(c => use.Rows.Contains(c) && c[0] != 'T' && !adjustments.Contains(c))];
string[] industries = [.. make.Rows.Where(r => use.Columns.Contains(r) && r[0] != 'T')];
var output = products.ToDictionary(p => p, p => industries.Sum(i => make[i, p]));

Dictionary<string, double> rates = Rows(data, "us_fixed_assets", "depreciation_rates.csv")
    .ToDictionary(r => r["asset"], r => Number(r["rate_per_year"]));
var stocks = Rows(data, "us_fixed_assets", "net_stock_2017_industry_asset.csv")
    .Select(r => (Group: r["industry"], Asset: r["asset"], Stock: Number(r["stock_2017_musd"])))
    .ToArray();
Dictionary<string, string[]> groups = Rows(readings, "groups.csv").ToDictionary(r => r["group"], r => Words(r["industries"]));
var kinds = Rows(readings, "kinds.csv").Select(r => (Name: r["kind"], Assets: Words(r["assets"]), By: r["by"])).ToList();
string[] named = [.. kinds.SelectMany(k => k.Assets)];
kinds.Add(("equipment", [.. named.Where(a => a[0] == 'E' && !a.StartsWith("EN", StringComparison.Ordinal))], "value-added"));
kinds.Add(("structures", [.. named.Where(a => a[0] == 'S')], "value-added"));
Check(
    "stocks of assets that no kind holds",
    stocks.Select(s => s.Asset).Except(named).Concat(named.GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key))
);
Check("groups without industries", stocks.Select(s => s.Group).Except(groups.Keys));
var places = Rows(readings, "places.csv")
    .SelectMany(r => Words(r["assets"]).Select(a => (Key: (r["group"], a), Industries: Words(r["industries"]))))
    .ToDictionary(p => p.Key, p => p.Industries);

// Yearly wear by kind and industry, then by kind and product: an industry wears out capital for all that it makes, by value.
Dictionary<string, Dictionary<string, double>> wear = kinds.ToDictionary(k => k.Name, Wear);
Dictionary<string, double> rateOf = kinds.ToDictionary(
    k => k.Name,
    k =>
    {
        var held = stocks.Where(s => k.Assets.Contains(s.Asset)).ToArray();
        return held.Sum(s => s.Stock * rates[s.Asset]) / held.Sum(s => s.Stock);
    }
);
foreach (Dictionary<string, string> row in Rows(readings, "rates.csv"))
{
    rateOf[row["kind"]] = Number(row["rate"]);
}

WriteWear();
WriteProducts();
WritePayers();
Write(
    "stand-ins",
    "classification,product,references",
    Rows(readings, "stand-ins.csv").Select(r => $"{r["classification"]},{r["product"]},{r["references"]}")
);
return 0;

Dictionary<string, double> Wear((string Name, string[] Assets, string By) kind)
{
    var byIndustry = new Dictionary<string, double>();
    foreach ((string group, string asset, double stock) in stocks.Where(s => kind.Assets.Contains(s.Asset)))
    {
        string[] members = Members(industries, places.GetValueOrDefault((group, asset), groups[group]));
        Check($"no industry for {asset} of {group}", members.Length == 0 ? [group] : []);
        double[] sizes =
        [
            .. members.Select(i => Math.Max(0, use["V00100", i] + (kind.By == "compensation" ? 0 : use["V00300", i]))),
        ];
        for (int m = 0; m < members.Length; m++)
        {
            double share = sizes.Sum() > 0 ? sizes[m] / sizes.Sum() : 1.0 / members.Length;
            byIndustry[members[m]] = byIndustry.GetValueOrDefault(members[m]) + (share * stock * rates[asset]);
        }
    }

    var byProduct = products.ToDictionary(p => p, _ => 0.0);
    foreach ((string industry, double amount) in byIndustry)
    {
        double made = products.Sum(p => make[industry, p]);
        foreach (string product in products)
        {
            byProduct[product] += made > 0 ? amount * make[industry, product] / made : 0;
        }
    }

    return byProduct;
}

void WriteWear()
{
    string[] columns = [.. kinds.Select(k => k.Name)];
    Write(
        "wear",
        $"code,output,{string.Join(',', columns)}",
        products.Select(p => $"{p},{Significant(output[p])},{string.Join(',', columns.Select(c => wear[c][p] < 0.05 ? string.Empty : Significant(wear[c][p])))}")
    );
}

void WriteProducts()
{
    var users = Rows(readings, "users.csv").ToDictionary(r => r["product"], r => Words(r["users"]));
    var read = Rows(readings, "products.csv").ToDictionary(r => r["product"], r => Words(r["kinds"]));
    string[] formed = [.. products.Where(p => Formation(p).Sum() > 0)];
    Check("products that no kind stands for", formed.Except(read.Keys).Select(p => p));
    Check("readings of what is no product", read.Keys.Concat(users.Keys).Except(products));
    Write(
        "products",
        "product,kinds,users,private,residential,defence,federal,state,rate",
        products
            .Where(read.ContainsKey)
            .Select(p =>
            {
                string[] names = read[p];
                string[] worn = [.. names.Where(wear.ContainsKey)];
                string[] buyers = users.GetValueOrDefault(p, []);
                Check($"no use for {p}", worn.Length > 0 && Members(products, buyers).Sum(u => worn.Sum(k => wear[k][u])) <= 0 ? [p] : []);
                double[] formation = Formation(p);
                formation[0] = formation.Sum() < Least * output[p] ? Least * output[p] : formation[0];
                return string.Join(
                    ',',
                    [
                        p,
                        string.Join(' ', worn),
                        string.Join(' ', buyers),
                        .. formation.Select(f => f > 0 ? f.ToString("0.###", CultureInfo.InvariantCulture) : string.Empty),
                        Rate(names, formation)?.ToString("0.####", CultureInfo.InvariantCulture) ?? string.Empty,
                    ]
                );
            })
    );
}

// Housing wears as houses do, everything else as the kinds that a product belongs to, each by what all industries wear out of it.
double? Rate(string[] names, double[] formation)
{
    string[] worn = [.. names.Where(wear.ContainsKey)];
    double? ofKinds = worn.Length > 0 ? worn.Sum(k => wear[k].Values.Sum()) / worn.Sum(k => wear[k].Values.Sum() / rateOf[k]) : null;
    double? ofHousing = names.Contains("housing") ? rateOf["housing"] : null;
    double housed = formation[1] / formation.Sum();
    return ofKinds is { } kind && ofHousing is { } house ? (housed * house) + ((1 - housed) * kind) : ofKinds ?? ofHousing;
}

void WritePayers() =>
    Write(
        "payers",
        "payer,product,users",
        Rows(readings, "payers.csv")
            .Select(r =>
            {
                string[] codes = Words(r["users"]);
                double[] sizes = [.. codes.Select(c => r["by"] == "output" ? output[c] : use["V00100", c])];
                IEnumerable<string> weights = codes.Zip(sizes, (c, s) => $"{c}:{Significant(s / sizes.Sum())}");
                return $"{r["payer"]},{r["product"]},{string.Join(' ', weights)}";
            })
    );

// Private business, housing, defence, other federal government, states and communities.
double[] Formation(string product) =>
    [
        .. new[] { "F02E00 F02N00 F02S00", "F02R00", "F06E00 F06N00 F06S00", "F07E00 F07N00 F07S00", "F10E00 F10N00 F10S00" }.Select(columns =>
            Math.Max(0, Words(columns).Sum(c => use[product, c]))
        ),
    ];

// Codes that begin with one of the words; words after a minus take away, from all where nothing else is said.
static string[] Members(string[] codes, string[] words)
{
    string[] some = [.. words.Where(w => w[0] != '-')];
    string[] without = [.. words.Where(w => w[0] == '-').Select(w => w[1..])];
    return
    [
        .. codes.Where(c =>
            (some.Length == 0 || some.Any(w => c.StartsWith(w, StringComparison.Ordinal)))
            && !without.Any(w => c.StartsWith(w, StringComparison.Ordinal))
        ),
    ];
}

Matrix Read(string file)
{
    using CsvDataReader csv = CsvDataReader.Create(Path.Combine(data, "us_bea_detail", file), new CsvDataReaderOptions { Delimiter = ',' });
    string[] columns = [.. Enumerable.Range(1, csv.FieldCount - 1).Select(csv.GetName)];
    var cells = new Dictionary<(string, string), double>();
    var rows = new List<string>();
    while (csv.Read())
    {
        string row = csv.GetString(0);
        rows.Add(row);
        for (int c = 0; c < columns.Length; c++)
        {
            if (double.TryParse(csv.GetString(c + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value != 0)
            {
                cells[(row, columns[c])] = value;
            }
        }
    }

    return new Matrix([.. rows], columns, cells);
}

void Write(string name, string header, IEnumerable<string> lines)
{
    string text = string.Concat(lines.Prepend(header).Select(l => l + "\n"));
    File.WriteAllText(Path.Combine(target, name + ".csv"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine($"{name}: {text.Length:N0} characters");
}

static string Significant(double value)
{
    double scale = value == 0 ? 1 : Math.Pow(10, Digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
    return ((decimal)Math.Round(value * scale) / (decimal)scale).ToString("0.######", CultureInfo.InvariantCulture);
}

static void Check(string what, IEnumerable<string> faults)
{
    string[] found = [.. faults.Distinct()];
    if (found.Length > 0)
    {
        throw new InvalidDataException($"{what}: {string.Join(", ", found)}");
    }
}

static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

static List<Dictionary<string, string>> Rows(params string[] path)
{
    using CsvDataReader csv = CsvDataReader.Create(Path.Combine(path), new CsvDataReaderOptions { Delimiter = ',' });
    var rows = new List<Dictionary<string, string>>();
    while (csv.Read())
    {
        rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, c => csv.GetString(c).Trim()));
    }

    return rows;
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

internal sealed record Matrix(string[] Rows, string[] Columns, Dictionary<(string, string), double> Cells)
{
    public double this[string row, string column] => Cells.GetValueOrDefault((row, column));
}
