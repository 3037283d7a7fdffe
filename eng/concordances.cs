// Compiles the embedded concordances, but for their list (index.csv), from published ones:
//     dotnet run eng/concordances.cs -- DATA_FOLDER [TARGET_FOLDER]
// DATA_FOLDER holds the source folders as they were downloaded (concordances, china_io_nbs, us_bea_detail, wiod2013,
// wiod2016_national_2014, oecd_iot_2018ed, essentiality). The results are written to TARGET_FOLDER, or else to
// src/Rootscope.Storage/Embedded/Data/concordances. A test holds the committed files to what this program makes.
#:package Sylvan.Data.Csv@1.4.4

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Sylvan.Data.Csv;

if (args.Length is < 1 or > 2)
{
    Console.Error.WriteLine("usage: dotnet run eng/concordances.cs -- DATA_FOLDER [TARGET_FOLDER]");
    return 2;
}

string data = args[0];
string target = args.Length == 2 ? args[1] : Path.Combine(Root(), "src", "Rootscope.Storage", "Embedded", "Data", "concordances");
Directory.CreateDirectory(target);

// The industries of the editions of 2021 to 2023 of the OECD's inter-country tables, from their notes.
string[] icio2021 =
[
    "A01_02",
    "A03",
    "B05_06",
    "B07_08",
    "B09",
    "C10T12",
    "C13T15",
    "C16",
    "C17_18",
    "C19",
    "C20",
    "C21",
    "C22",
    "C23",
    "C24",
    "C25",
    "C26",
    "C27",
    "C28",
    "C29",
    "C30",
    "C31T33",
    "D",
    "E",
    "F",
    "G",
    "H49",
    "H50",
    "H51",
    "H52",
    "H53",
    "I",
    "J58T60",
    "J61",
    "J62_63",
    "K",
    "L",
    "M",
    "N",
    "O",
    "P",
    "Q",
    "R",
    "S",
    "T",
];

// The industries of the FIGARO tables from 2021 on: the divisions of NACE Rev. 2, some of them together.
string[] figaro = (
    "A01 A02 A03 B C10T12 C13T15 C16 C17 C18 C19 C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31_32 C33 D35 E36 E37T39 F G45 G46 G47 "
    + "H49 H50 H51 H52 H53 I J58 J59_60 J61 J62_63 K64 K65 K66 L M69_70 M71 M72 M73 M74_75 N77 N78 N79 N80T82 O84 P85 Q86 Q87_88 "
    + "R90T92 R93 S94 S95 S96 T U"
).Split(' ');

// The United Nations' list is its own hierarchy: a section, then its divisions, groups and classes.
(string Code, string Name)[] isic4 = [.. Table(["concordances", "isic4_desc.csv"], "code", "desc").Select(r => (r[0], r[1]))];
var nameOf = isic4.ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
(string Code, string Section)[] numbered = [.. Numbered()];
string[] divisions = [.. numbered.Where(c => c.Code.Length == 2).Select(c => c.Code)];
var sectionOf = numbered.ToDictionary(c => c.Code, c => c.Section, StringComparer.Ordinal);

Write("isic4-division", ["from", "to", "name"], numbered.Select(c => new[] { c.Code, c.Code[..2], nameOf[c.Code[..2]] }));
Write("isic4-section", ["from", "to", "name"], numbered.Select(c => new[] { c.Code, c.Section, nameOf[c.Section] }));
Write("isic4-isic3", ["from", "to"], Table(["concordances", "isic4_isic3.csv"], "ISIC4_4d", "ISIC3_4d"));
Write("naics2017-isic4", ["from", "to"], Table(["concordances", "naics2017_isic4.csv"], "NAICS2017_6d", "ISIC4_4d"));

// The source mixes the editions of the harmonised system: only codes of 2017 are taken.
HashSet<string> hs2017 = [.. Table(["concordances", "hs5_desc.csv"], "code").Select(r => r[0]).Where(c => c.Length == 6)];
Write("hs2017-isic3", ["from", "to"], Table(["concordances", "hs_isic3.csv"], "HS_6d", "ISIC3_4d").Where(r => hs2017.Contains(r[0])));

Dictionary<string, string> wiod2013 = Names(["wiod2013", "industries.csv"], "code", "name");
Write(
    "isic3-wiod2013",
    ["from", "to", "name"],
    from row in Table(["concordances", "wiod_2013.csv"], "ISIC3_4d", "ISIC3_2d", "WIOT2013_n")
    where row[2] != "NA"
    from code in row[..2]
    select new[] { code, $"c{row[2]}", wiod2013[$"c{row[2]}"] }
);

Dictionary<string, string> wiod2016 = Names(["wiod2016_national_2014", "industries.csv"], "IndustryCode.WIOD", "Desc");
Write("isic4-wiod2016", ["from", "to", "name"], ByDivision(wiod2016.Keys).Select(d => new[] { d.Division, d.Code, wiod2016[d.Code] }));
Write(
    "isic4-icio2018",
    ["from", "to"],
    ByDivision(Industries(Path.Combine(data, "oecd_iot_2018ed", "CHN2015dom.csv"))).Select(d => new[] { d.Division, d.Code })
);
Write("isic4-icio2021", ["from", "to"], ByDivision(icio2021).Select(d => new[] { d.Division, d.Code }));
Write("isic4-figaro", ["from", "to"], ByDivision(figaro).Select(d => new[] { d.Division, d.Code }));
Write("isic4-figaro-products", ["from", "to"], ByDivision(figaro).Select(d => new[] { d.Division, $"CPA_{d.Code}" }));

// Divisions of NACE are those of ISIC, and so are their names.
string[] nace = [.. Table(["essentiality", "nace4_to_group.csv"], "nace4_num").Select(r => r[0]), .. divisions];
Write("nace2-division", ["from", "to", "name"], nace.Select(c => new[] { c, c[..2], nameOf[c[..2]] }));

// Final uses and primary inputs have codes in the crosswalk too, and are no products.
Dictionary<string, string> products = Names(
    ["us_bea_detail", "Detail_CommodityCodeName_2017.csv"],
    "BEA_2017_Detail_Commodity_Code",
    "BEA_2017_Detail_Commodity_Name"
);
Dictionary<string, string> makers = Names(
    ["us_bea_detail", "Detail_IndustryCodeName_2017.csv"],
    "BEA_2017_Detail_Industry_Code",
    "BEA_2017_Detail_Industry_Name"
);
Dictionary<string, string> summary = Names(
    ["us_bea_detail", "Summary_CommodityCodeName_2017.csv"],
    "BEA_2017_Summary_Commodity_Code",
    "BEA_2017_Summary_Commodity_Name"
);
Dictionary<string, string[]> crosswalk = Table(
        ["us_bea_detail", "MasterCrosswalk2017.csv"],
        "BEA_2017_Detail_Code",
        "BEA_2017_Summary_Code",
        "BEA_2017_Sector_Code"
    )
    .DistinctBy(r => r[0])
    .ToDictionary(r => r[0], StringComparer.Ordinal);

// Products in the order of the accounts; then scrap, used goods, noncomparable imports, the rest of the world, and industries without a
// product of their own.
string[] adjustments = ["S00401", "S00402", "S00300", "S00900"];
string[] inOrder = [.. products.Keys.Where(crosswalk.ContainsKey).Except(adjustments)];
string[][] bea =
[
    .. inOrder
        .Concat(makers.Keys.Concat(adjustments).Where(crosswalk.ContainsKey).Except(inOrder).Order(StringComparer.Ordinal))
        .Select(code => crosswalk[code]),
];
Write("bea2017-bea-summary", ["from", "to", "name"], bea.Select(r => new[] { r[0], r[1], summary[r[1]] }));
Write("bea2017-bea-sector", ["from", "to"], bea.Select(r => new[] { r[0], r[2] }));

Write("nbs2020-nbs42", ["from", "to", "name"], ChinaByOutput());

// Editions of the Chinese classification: the class of the same name, otherwise by our reading beside this program.
(string Edition, string File)[] editions =
[
    ("nbs-2017-149", "china_2017_149.csv"),
    ("nbs-2015-42", "china_2015_42.csv"),
    ("nbs-2012-139", "china_2012_139.csv"),
    ("nbs-2010-41", "china_2010_41.csv"),
    ("nbs-2007-135", "china_2007_135.csv"),
    ("nbs-2005-42", "china_2005_42.csv"),
    ("nbs-2002-122", "china_2002_122.csv"),
];
ILookup<string, string[]> readings = Read(Path.Combine(Root(), "eng", "concordances", "nbs2020-editions.csv"), "edition", "nbs2020", "code")
    .ToLookup(r => r[0]);
foreach ((string edition, string file) in editions)
{
    Write($"nbs2020-{edition}", ["from", "to", "name"], ByName(file, readings[edition].ToDictionary(r => r[1], r => r[2])));
}

return 0;

IEnumerable<(string Code, string Section)> Numbered()
{
    string section = string.Empty;
    foreach ((string code, _) in isic4)
    {
        section = char.IsAsciiLetter(code[0]) ? code : section;
        if (!char.IsAsciiLetter(code[0]))
        {
            yield return (code, section);
        }
    }
}

// Codes such as C10-C12, C31_C32, D01T03, J62_63, K and R_S name the divisions or the sections that they hold.
IEnumerable<(string Division, string Code)> ByDivision(IEnumerable<string> codes)
{
    (string Division, string Code)[] found = [.. codes.SelectMany(code => DivisionsOf(code).Select(division => (division, code)))];
    string[] twice = [.. found.GroupBy(f => f.Division).Where(g => g.Count() > 1).Select(g => g.Key)];
    return twice.Length == 0
        ? found.OrderBy(f => f.Division, StringComparer.Ordinal)
        : throw new InvalidDataException($"These divisions belong to two codes: {string.Join(", ", twice)}.");
}

IEnumerable<string> DivisionsOf(string code)
{
    string[] numbers = [.. Regex.Matches(code, "[0-9]{2}").Select(m => m.Value)];
    return numbers.Length == 0 ? divisions.Where(d => code.Split('_').Contains(sectionOf[d]))
        : numbers.Length == 2 && Regex.IsMatch(code, "[0-9](T|-)")
            ? divisions.Where(d => string.CompareOrdinal(d, numbers[0]) >= 0 && string.CompareOrdinal(d, numbers[1]) <= 0)
        : divisions.Where(numbers.Contains);
}

// Both tables list sectors in the same order, so that each of the 42 is a run of the 153, whose outputs add up to its own.
IEnumerable<string[]> ChinaByOutput()
{
    (string Code, double Output)[] fine = [.. Outputs("china_2020_153.csv").Select(r => (r.Code, r.Output))];
    int next = 0;
    foreach ((string code, string name, double output) in Outputs("china_2020_42.csv"))
    {
        double sum = 0;
        while (next < fine.Length && Math.Abs(sum - output) > 1e-9 * output)
        {
            sum += fine[next].Output;
            yield return [fine[next].Code, code, name];
            next++;
        }
    }

    if (next != fine.Length)
    {
        throw new InvalidDataException($"Only {next} of {fine.Length} sectors add up to the published groups.");
    }
}

// Every class of 2020 goes to the class of the edition that a reading names, or that has its Chinese name, or else its English one.
IEnumerable<string[]> ByName(string file, Dictionary<string, string> reading)
{
    (string Code, string English, string Chinese)[] old = [.. NamesOf(file)];
    foreach ((string code, string english, string chinese) in NamesOf("china_2020_153.csv"))
    {
        (string Code, string English, string Chinese)[] found = reading.TryGetValue(code, out string? read)
            ? [.. old.Where(o => o.Code == read)]
            : [.. old.Where(o => o.Chinese == chinese)];
        found = found.Length == 1 ? found : [.. old.Where(o => o.English == english)];
        yield return found.Length == 1
            ? [code, found[0].Code, found[0].English]
            : throw new InvalidDataException($"{file} has {found.Length} classes for {code}, {english}. Add a reading.");
    }
}

IEnumerable<(string Code, string English, string Chinese)> NamesOf(string file) =>
    Table(["china_io_nbs", file], "Code", "Description", "DescriptionInChinese")
        .Where(r => r[0].All(char.IsAsciiDigit))
        .DistinctBy(r => r[0])
        .Select(r => (r[0], r[1].Trim(), r[2].Trim()));

IEnumerable<(string Code, string Name, double Output)> Outputs(string file) =>
    Table(["china_io_nbs", file], "Code", "Description", "GO")
        .Where(r => r[0].All(char.IsAsciiDigit) && r[2].Length > 0)
        .GroupBy(r => r[0])
        .Select(g => (g.Key, g.First()[1], double.Parse(g.First()[2], CultureInfo.InvariantCulture)));

string[] Industries(string path)
{
    using CsvDataReader csv = CsvDataReader.Create(path);
    return [.. Enumerable.Range(1, csv.FieldCount - 1).Select(csv.GetName).TakeWhile(c => c != "HFCE")];
}

Dictionary<string, string> Names(string[] source, string code, string name) =>
    Table(source, code, name).DistinctBy(r => r[0]).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

List<string[]> Table(string[] source, params string[] columns) => Read(Path.Combine([data, .. source]), columns);

List<string[]> Read(string path, params string[] columns)
{
    using CsvDataReader csv = CsvDataReader.Create(path, new CsvDataReaderOptions { Delimiter = ',' });
    int[] chosen = [.. columns.Select(csv.GetOrdinal)];
    var rows = new List<string[]>();
    while (csv.Read())
    {
        rows.Add([.. chosen.Select(csv.GetString)]);
    }

    return rows;
}

// Each link once, in the order in which it comes; what the source says has no target is left out.
void Write(string name, string[] header, IEnumerable<string[]> rows)
{
    var text = new StringBuilder(string.Join(',', header)).Append('\n');
    int count = 0;
    foreach (string[] row in rows.Where(r => r[1] != "NA").DistinctBy(r => string.Join('\u001F', r)))
    {
        text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        count++;
    }

    File.WriteAllText(Path.Combine(target, name + ".csv"), text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine($"{name}: {count} links");
}

static string Quoted(string cell) =>
    cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
