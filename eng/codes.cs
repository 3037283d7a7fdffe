// Compiles the code lists that the catalogue is checked against:
//     dotnet run eng/codes.cs -- DATA_FOLDER
// DATA_FOLDER holds the source folders as they were downloaded (concordances, china_io_nbs, us_bea_detail, wiod2013). Only codes and
// official names are taken, of hs2017 only codes. The results are written to src/Rootscope.Storage/Embedded/Data/classifications.
#:package Sylvan.Data.Csv@1.4.4

using System.Runtime.CompilerServices;
using System.Text;
using Sylvan.Data.Csv;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run eng/codes.cs -- DATA_FOLDER");
    return 2;
}

// Scrap, used goods, noncomparable imports and the adjustment for the rest of the world are commodities of the accounts, but no products.
string[] noProducts = ["S00401", "S00402", "S00300", "S00900"];
string data = args[0];
string target = Path.Combine(Root(), "src", "Rootscope.Storage", "Embedded", "Data", "classifications");

Compile("isic4", ["concordances", "isic4_desc.csv"], ["code", "desc"], ["code", "name"], _ => true);
Compile("naics2017", ["concordances", "naics2017_desc.csv"], ["code", "desc"], ["code", "name"], code => code.Length == 6);
Compile("hs2017", ["concordances", "hs5_desc.csv"], ["code"], ["code"], code => code.Length == 6);
Compile(
    "nbs2020",
    ["china_io_nbs", "china_2020_153.csv"],
    ["Code", "Description", "DescriptionInChinese"],
    ["code", "name", "chineseName"],
    code => code.Length == 3 && code.All(char.IsAsciiDigit)
);
Compile(
    "bea2017",
    ["us_bea_detail", "Detail_CommodityCodeName_2017.csv"],
    ["BEA_2017_Detail_Commodity_Code", "BEA_2017_Detail_Commodity_Name"],
    ["code", "name"],
    code => !noProducts.Contains(code)
);
Compile("wiod2013", ["wiod2013", "industries.csv"], ["code", "name"], ["code", "name"], _ => true);
return 0;

void Compile(string id, string[] source, string[] columns, string[] header, Func<string, bool> keep)
{
    var text = new StringBuilder(string.Join(',', header)).Append('\n');
    int count = 0;
    using CsvDataReader csv = CsvDataReader.Create(Path.Combine([data, .. source]), new CsvDataReaderOptions { Delimiter = ',' });
    int[] chosen = [.. columns.Select(csv.GetOrdinal)];
    while (csv.Read())
    {
        if (keep(csv.GetString(chosen[0]).Trim()))
        {
            text.AppendJoin(',', chosen.Select(c => Quoted(csv.GetString(c).Trim()))).Append('\n');
            count++;
        }
    }

    File.WriteAllText(Path.Combine(target, id + ".csv"), text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine($"{id}: {count} codes");
}

static string Quoted(string cell) =>
    cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
