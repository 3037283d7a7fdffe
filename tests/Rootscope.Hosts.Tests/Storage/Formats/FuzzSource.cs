using System.IO.Compression;
using System.Text;
using Rootscope.Hosts.Tests.RealFiles;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>Something that a reader takes, to be spoilt: its files, and how they are read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Files">The files, by their paths within one folder; those that are not text have a character for each byte.</param>
/// <param name="Encoding">How characters become bytes.</param>
/// <param name="Read">Reads them, given the folder first and then each file.</param>
internal sealed record FuzzSource(string Name, IReadOnlyList<(string File, string Text)> Files, Encoding Encoding, Action<string[]> Read)
{
    /// <summary>The word of the format it is an example of; null for what is no format of tables or trade in the workspace.</summary>
    public string? Format { get; init; }

    /// <summary>Whether it takes ten times as long to read as text does: a database or a workbook.</summary>
    public bool IsSlow { get; init; }

    private const string Baci =
        "t,i,j,k,v,q\n2020,842,156,848620,1234.567,  89.1\n2020,156,842,10121,0.5,       NA\n2020,156,697,854231,7,1\n";
    private const string Countries =
        "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n842,USA,US,USA\n697,Europe EFTA nes,R2,NA\n";
    private const string Atlas =
        "country_iso3_code,partner_iso3_code,product_hs92_code,year,export_value,import_value\n"
        + "JPN,CHN,8479,2019,10.5,3\nCHN,JPN,8479,2019,0,4\n";
    private const string Concordance = "from,to,weight,name\n01,A,1,Farming\n02,A,0.25,Farming\n02,B,0.75,Making\n03,B,1,Making\n";

    private const string Comtrade = """
        refYear,classificationCode,reporterCode,reporterISO,partnerCode,partnerISO,flowCode,cmdCode,netWgt,primaryValue
        2022,H6,392,JPN,156,CHN,X,848620,2000,500
        2022,H6,156,CHN,392,JPN,M,848620,2100,520
        2022,H6,392,JPN,0,W00,X,848620,0,900

        """;

    /// <summary>Every layout of tables, what is exported, archives, trade, and lists of codes.</summary>
    public static IReadOnlyList<FuzzSource> All { get; } =
    [
        .. LayoutFiles.All.Select(l => Table(l.Name, l.Layout, [.. l.Files], paths => l.AsFolder ? paths[..1] : paths[1..])),
        Table(
            "mapped wide",
            "mapped",
            [("wide.yaml", $"layout: wide\n{WrittenTables.WideKeys}"), ("wide.csv", WrittenTables.Wide(WrittenTables.ManyRegions))],
            paths => paths[1..]
        ),
        Table(
            "mapped long",
            "mapped",
            [("long.yaml", LongMapping()), ("long.csv", WrittenTables.Long(WrittenTables.ManyRegions))],
            paths => paths[1..]
        ),
        Exported("data package", "datapackage", ExportFormat.Csv, WrittenTables.ManyRegions),
        Exported("pymrio exported", "pymrio", ExportFormat.Pymrio, OneRegion()),
        Exported("pymrio", "pymrio", ExportFormat.Pymrio, OneRegion(), without: "rootscope.json"),
        Exported("parquet exported", "parquet", ExportFormat.Parquet, OneRegion()),
        Exported("archive", "datapackage", ExportFormat.Zip, OneRegion()),
        Trade("baci", ("BACI_HS17_Y2020.csv", Baci)),
        Trade("trade", ("flows.csv", "year,exporter,importer,product,value\n2021,BBB,AAA,1,60\n2021,CCC,AAA,1,40\n")),
        new(
            "baci as it is",
            [("BACI_HS17_Y2020.csv", Baci), ("country_codes.csv", Countries)],
            new UTF8Encoding(false),
            paths => BaciReader.Read([paths[1]], paths[2])
        ),
        new(
            "comtrade",
            [("comtrade.csv", Comtrade)],
            new UTF8Encoding(false),
            paths => ComtradeReader.Read(paths[1], TradeDeclaration.Exports)
        ),
        new("atlas", [("atlas.csv", Atlas)], new UTF8Encoding(false), paths => AtlasReader.Read(paths[1])),
        Flows("trade in UTF-16", Written(';'), new UnicodeEncoding(false, true)),
        Flows("trade in GB18030 between semicolons", Written(';'), CodePagesEncodingProvider.Instance.GetEncoding(54936)!),
        Flows("trade in Big5 between tabs", Written('\t'), CodePagesEncodingProvider.Instance.GetEncoding(950)!),
        Flows("trade in Windows-1252 between bars", Written('|').Replace("中", "Ü", StringComparison.Ordinal), Encoding.Latin1),
        OfWorkbook("trade.xlsb"),
        OfWorkbook("trade.xls"),
        new("concordance", [("own.csv", Concordance)], new UTF8Encoding(false), paths => ConcordanceReader.Read(paths[1])),
    ];

    public static FuzzSource Of(string name) => All.Single(l => l.Name == name);

    /// <summary>Writes the files and gives the folder and their paths.</summary>
    public string[] WriteTo(TemporaryFolder folder)
    {
        foreach ((string file, string text) in Files)
        {
            string path = Path.Combine(folder.Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, Encoding);
        }

        return [folder.Root, .. Files.Select(f => Path.Combine(folder.Root, f.File))];
    }

    private static FuzzSource Table(
        string name,
        string layout,
        IReadOnlyList<(string File, string Text)> files,
        Func<string[], string[]> given,
        Encoding? encoding = null
    ) =>
        new(
            name,
            files,
            encoding ?? new UTF8Encoding(false),
            paths =>
            {
                FlowTable table = TableFormats.Known.Read(layout, given(paths), "own", 2011, country: "AUS");
                Assert.DoesNotContain(table.Flows.ToArray(), x => !double.IsFinite(x));
            }
        )
        {
            Format = layout,
        };

    private static FuzzSource Trade(string word, (string File, string Text) file) =>
        new(word, [file], new UTF8Encoding(false), paths => TradeFormats.Known.Find(word)!.Read([paths[1]], new TradeReading(), default))
        {
            Format = word,
        };

    /// <summary>Flows with decimal commas and names in another script.</summary>
    private static string Written(char delimiter) =>
        "year,exporter,importer,product,value\n2021,中A,AAA,854231,60;5\n2021,CCC,AAA,854231,40;25\n2022,中A,CCC,010121,1;125\n"
            .Replace(',', '\u0001')
            .Replace(';', ',')
            .Replace('\u0001', delimiter);

    private static FuzzSource Flows(string name, string text, Encoding encoding) =>
        new(name, [("flows.csv", text)], encoding, paths => TradePanelReader.Read([paths[1]]));

    /// <summary>A workbook, whose bytes are spoilt one by one.</summary>
    private static FuzzSource OfWorkbook(string file)
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf(file);
        if (Path.GetExtension(file) == ".xlsb")
        {
            string[][] rows =
            [
                ["year", "exporter", "importer", "product", "value"],
                ["2022", "CHN", "DEU", "850440", "100.125"],
            ];
            BinaryWorkbook.Write(path, "Flows", rows, CompressionLevel.NoCompression);
        }
        else
        {
            path = Path.Combine(SharedData.RepositoryRoot(), "tests", "Rootscope.Hosts.Tests", "RealFiles", file);
        }

        string bytes = File.ReadAllText(path, Encoding.Latin1);
        return new(file, [(file, bytes)], Encoding.Latin1, paths => TradePanelReader.Read([paths[1]])) { IsSlow = true };
    }

    private static FuzzSource Exported(string name, string layout, ExportFormat format, FlowTable table, string? without = null)
    {
        using var folder = new TemporaryFolder();
        bool isFile = format is ExportFormat.Parquet or ExportFormat.Zip;
        string target = folder.PathOf(isFile ? $"exported.{format.ToString().ToLowerInvariant()}" : "exported");
        TableExport.Write(table, target, format, rightsConfirmed: true);
        Encoding encoding = isFile ? Encoding.Latin1 : new UTF8Encoding(false);
        (string, string)[] files =
        [
            .. Directory
                .EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != without && Path.GetExtension(f) != ".md")
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetRelativePath(folder.Root, f), File.ReadAllText(f, encoding))),
        ];
        return Table(name, layout, files, paths => isFile ? paths[1..] : [Path.Combine(paths[0], "exported")], encoding);
    }

    private static FlowTable OneRegion()
    {
        using var folder = new TemporaryFolder();
        return TableFormats.Known.Read("nbs", [folder.Write("small_2020.csv", SmallTables.Nbs)], "own");
    }

    private static string LongMapping() =>
        $"{WrittenTables.LongKeys}\n{WrittenTables.WideKeys[WrittenTables.WideKeys.IndexOf("title", StringComparison.Ordinal)..]}";
}
