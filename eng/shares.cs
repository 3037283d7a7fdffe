// Compiles shares of technologies in the industries that carry them, by economy, for bridges:
//     dotnet run eng/shares.cs -- DATA_FOLDER
// Published figures stand in eng/shares/facts.csv, each with year and source, and the money they are in in eng/shares/rates.csv: a share is
// the figure over that flow of the industry in the embedded table named; a figure of "use" is over output plus imports minus exports, and
// trade is then taken to stand to the industry's as use does. A test recomputes them.
// Chip-making machines are compiled from customs: DATA_FOLDER holds trade. A share is exports (imports) under HS 848620 in the first year
// with figures, over those of machinery, c13, in world-2011; output is taken to stand to the industry's as exports do. Only ratios are
// written, to three digits; trade itself is not shipped. The United States have their share from the reference itself. The result is
// written to src/Rootscope.Storage/Embedded/Data/references/shares.csv.
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
    Console.Error.WriteLine("usage: dotnet run eng/shares.cs -- DATA_FOLDER");
    return 2;
}

// Below this an economy makes none to speak of; a part has to have a size all the same.
const double Least = 1e-5;

// Above this the exports of an economy are others' goods that pass through it.
const double Most = 0.5;
const string Carriers = "wiod2013:c13 wiod2016:C28 icio-36:28 icio-36:D28 icio-45:C28 figaro-64:C28 figaro-64:CPA_C28";
string root = Path.GetFullPath(Path.Combine(Here(), ".."));
FlowTable world = EmbeddedTables.Read("world-2011");
var machinery = world.Sectors.FindIndustry("c13");
Dictionary<(string, string), (int Year, double Dollars)> trade = Trade(
    Path.Combine(args[0], "trade", "comtrade_semiconductor_equipment_2016_2020.csv")
);
var text = new StringBuilder("part,country,classes,outputShare,importShare,exportShare,grade,year,source\n");
Facts();
text.Append("semiconductor-machinery,CHN,nbs2020:078,0.0230,0.2543,0.0230,B,2020,")
    .Append("\"HS 848620 of China in 2020 over imports and exports of other special machinery in china-2020 (bridge china-2020)\"\n");
foreach ((Region region, int r) in world.Sectors.Regions.Select((region, r) => (region, r)))
{
    if (
        region.Code != "USA"
        && trade.TryGetValue((region.Code, "Export"), out (int Year, double Dollars) sold)
        && trade.TryGetValue((region.Code, "Import"), out (int Year, double Dollars) bought)
    )
    {
        FlowTable economy = RegionalView.Of(world, new(r));
        double unit = economy.Metadata.UnitScale;
        double exports = sold.Dollars / unit / TableTotals.Exports(economy)[machinery];
        double imports = bought.Dollars / unit / economy.Imports[machinery];
        if (exports is > 0 and < Most && imports is > 0 and < Most)
        {
            text.Append("semiconductor-machinery,")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{region.Code},{Carriers},{Share(exports)},{Share(imports)},{Share(exports)},B,{sold.Year},"
                )
                .Append(CultureInfo.InvariantCulture, $"\"HS 848620 in {sold.Year} (UN Comtrade) over exports and imports of machinery in ")
                .Append("world-2011; output taken to stand to the industry's as exports do\"\n");
        }
    }
}

string path = Path.Combine(root, "src", "Rootscope.Storage", "Embedded", "Data", "references", "shares.csv");
File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
Console.WriteLine(text);
return 0;

void Facts()
{
    Dictionary<(string, string), double> rates = Rows("rates.csv")
        .ToDictionary(r => (r["unit"], r["table"]), r => double.Parse(r["perUnit"], CultureInfo.InvariantCulture));
    var classes = new Dictionary<string, string>
    {
        ["machinery"] = Carriers,
        ["electronics"] = "wiod2013:c14",
        ["chemicals"] = "wiod2013:c9",
    };
    foreach (var fact in Rows("facts.csv").GroupBy(r => (r["part"], r["country"], r["classes"])))
    {
        Dictionary<string, string> first = fact.First();
        FlowTable table = EmbeddedTables.Read(first["table"]);
        FlowTable economy = table.Sectors.Regions.Count > 1 ? RegionalView.Of(table, table.Sectors.FindRegion(first["country"])) : table;
        int industry = economy.Sectors.FindIndustry(first["industry"]);
        double output = economy.Output[industry];
        double imports = economy.Imports[industry];
        double exports = TableTotals.Exports(economy)[industry];
        var shares = fact.ToDictionary(
            r => r["flow"],
            r =>
                double.Parse(r["amount"], CultureInfo.InvariantCulture)
                * rates[(r["unit"], r["table"])]
                / economy.Metadata.UnitScale
                / r["flow"] switch
                {
                    "output" => output,
                    "imports" => imports,
                    "exports" => exports,
                    "use" => output + imports - exports,
                    var other => throw new InvalidDataException($"'{other}' is no flow."),
                }
        );
        string Told(string flow) => shares.TryGetValue(flow, out double share) ? share.ToString("G3", CultureInfo.InvariantCulture) : "";
        string where = classes.GetValueOrDefault(first["classes"], first["classes"]);
        text.Append($"{first["part"]},{first["country"]},{where},{(shares.ContainsKey("use") ? Told("use") : Told("output"))},")
            .Append(
                $"{Told("imports")},{Told("exports")},{(shares.ContainsKey("use") ? "C" : "B")},{first["year"]},\"{first["source"]}\"\n"
            );
    }
}

List<Dictionary<string, string>> Rows(string name)
{
    using CsvDataReader csv = CsvDataReader.Create(Path.Combine(root, "eng", "shares", name), new CsvDataReaderOptions { Delimiter = ',' });
    var rows = new List<Dictionary<string, string>>();
    while (csv.Read())
    {
        rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
    }

    return rows;
}

string Share(double value) => Math.Max(Least, value).ToString("G3", CultureInfo.InvariantCulture);

static Dictionary<(string, string), (int, double)> Trade(string path)
{
    var found = new Dictionary<(string, string), (int Year, double Dollars)>();
    using CsvDataReader csv = CsvDataReader.Create(path, new CsvDataReaderOptions { Delimiter = ',' });
    while (csv.Read())
    {
        (string, string) key = (csv.GetString(csv.GetOrdinal("Reporter ISO")), csv.GetString(csv.GetOrdinal("Trade Flow")));
        int year = int.Parse(csv.GetString(csv.GetOrdinal("Year")), CultureInfo.InvariantCulture);
        if (csv.GetString(csv.GetOrdinal("Partner ISO")) == "WLD" && (!found.TryGetValue(key, out var other) || year < other.Year))
        {
            found[key] = (year, double.Parse(csv.GetString(csv.GetOrdinal("Trade Value (US$)")), CultureInfo.InvariantCulture));
        }
    }

    return found;
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
