// Compiles the embedded tables from the published figures:
//     dotnet run eng/tables.cs -- DATA_FOLDER [NAME…]
// DATA_FOLDER holds the source folders as they were downloaded (china_io_nbs, us_bea_detail, wiod2013). The results are written to
// src/Rootscope.Storage/Embedded/Tables, rounded to the unit that the source publishes in and balanced again.
#:project ../src/Rootscope.Storage/Rootscope.Storage.csproj

using System.IO.Compression;
using System.Runtime.CompilerServices;
using Rootscope.Storage.Codec;
using Rootscope.Storage.Formats.Bea;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Tables;
using Rootscope.Tables.Balancing;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run eng/tables.cs -- DATA_FOLDER [NAME…]");
    return 2;
}

// The published figures are whole millions; a derived cell is a sum of shares of them. A hundredth keeps the small ones.
const double UsaStep = 0.01;

string data = args[0];
string target = Path.Combine(Root(), "src", "Rootscope.Storage", "Embedded", "Tables");
var recipes = new Dictionary<string, Func<(FlowTable Table, double Step)>>
{
    ["china-2020"] = () =>
        (TableRounding.Round(NbsReader.Read(Path.Combine(data, "china_io_nbs", "china_2020_153.csv"), "china-2020"), 1), 1),
    ["usa-2017"] = () =>
        (TableRounding.Round(BeaReader.Read(Bea("Use_2017_PRO", "Make_2017", "Import_2017"), "usa-2017"), UsaStep), UsaStep),
    ["world-2011"] = () => (WiodReader.Read(Path.Combine(data, "wiod2013", "wiot2011.csv"), "world-2011"), 1),
};

foreach ((string name, Func<(FlowTable, double)> recipe) in recipes)
{
    if (args.Length > 1 && !args[1..].Contains(name))
    {
        continue;
    }

    (FlowTable table, double step) = recipe();
    string path = Path.Combine(target, name + ".rst1");
    using (FileStream file = File.Create(path))
    {
        TableCodec.Write(table, file, step, CompressionLevel.SmallestSize);
    }

    using FileStream again = File.OpenRead(path);
    FlowTable read = TableCodec.Read(again, path);
    if (read.ContentHash != table.ContentHash)
    {
        Console.Error.WriteLine($"{name}: what was written reads back differently");
        return 1;
    }

    Console.WriteLine($"{name}: {table.Size} sectors, {new FileInfo(path).Length:N0} bytes, {table.ContentHash}");
}

return 0;

string[] Bea(params string[] names) => [.. names.Select(n => Path.Combine(data, "us_bea_detail", $"Detail_{n}_BeforeRedef.csv"))];

static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
