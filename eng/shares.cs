// Compiles shares of chip-making machines in the machinery of each economy, for bridges of world tables:
//     dotnet run eng/shares.cs -- DATA_FOLDER
// DATA_FOLDER holds trade. A share is exports (imports) under HS 848620 in the first year with figures, over those of machinery,
// c13, in world-2011; output is taken to stand to the industry's as exports do. Only ratios are written, to three digits; trade itself is
// not shipped. The United States have their share from the reference itself. The result is written to
// src/Rootscope.Storage/Embedded/Data/references/shares.csv.
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
var text = new StringBuilder("part,country,classes,outputShare,importShare,exportShare,grade,source\n");
text.Append("semiconductor-machinery,CHN,nbs2020:078,0.0230,0.2543,0.0230,B,")
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
                .Append(CultureInfo.InvariantCulture, $"{region.Code},{Carriers},{Share(exports)},{Share(imports)},{Share(exports)},B,")
                .Append(CultureInfo.InvariantCulture, $"\"HS 848620 in {sold.Year} (UN Comtrade) over exports and imports of machinery in ")
                .Append("world-2011; output taken to stand to the industry's as exports do\"\n");
        }
    }
}

string path = Path.Combine(root, "src", "Rootscope.Storage", "Embedded", "Data", "references", "shares.csv");
File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
Console.WriteLine(text);
return 0;

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
