using System.Globalization;
using Rootscope.Storage.Formats;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>A small example of every layout: the files it consists of, and how they are read.</summary>
internal sealed record LayoutFiles(string Name, string Layout, IReadOnlyList<(string File, string Text)> Files, bool AsFolder = false)
{
    public static IReadOnlyList<LayoutFiles> All { get; } =
    [
        new("nbs", "nbs", [("small_2020.csv", SmallTables.Nbs)]),
        new("bea", "bea", [("Use_2017.csv", SmallTables.BeaUse), ("Make.csv", SmallTables.BeaMake), ("Import.csv", SmallTables.BeaImport)]),
        new("wiod2013", "wiod2013", [("wiot2011.csv", SmallTables.Wiod)]),
        new("icio", "icio", [("2020_SML.csv", IcioTexts.Regular)]),
        new("icio extended", "icio", [("ICIO2018_2010.CSV", IcioTexts.Extended)]),
        new("icio 2016", "icio-parts", [("ICIO2016_2003.csv", IcioTexts.Of2016)]),
        new("iot", "iot", [("AUS2015dom.csv", LayoutTexts.Iot)]),
        new("wiod2016", "wiod2016", [("WIOT2014.csv", LayoutTexts.Wiot2016)]),
        new(
            "wiod2016 national",
            "wiod2016",
            [("intermediate_2014_long.csv", LayoutTexts.NationalFlows), ("accounts_2014.csv", LayoutTexts.NationalAccounts)]
        ),
        new(
            "exiobase3",
            "exiobase3",
            [
                ("IOT_2019_ixi/Z.txt", LayoutTexts.ExiobaseZ),
                ("IOT_2019_ixi/Y.txt", LayoutTexts.ExiobaseY),
                ("IOT_2019_ixi/x.txt", LayoutTexts.ExiobaseX),
                ("IOT_2019_ixi/satellite/F.txt", LayoutTexts.ExiobaseF),
            ],
            AsFolder: true
        ),
        new(
            "exiobase3 shares",
            "exiobase3",
            [
                ("IOT_2019_ixi/A.txt", LayoutTexts.ExiobaseA),
                ("IOT_2019_ixi/Y.txt", LayoutTexts.ExiobaseY),
                ("IOT_2019_ixi/x.txt", LayoutTexts.ExiobaseX),
            ],
            AsFolder: true
        ),
        new(
            "eora26",
            "eora26",
            [
                ("Eora26_2015_bp_T.txt", PartTexts.EoraT),
                ("Eora26_2015_bp_FD.txt", PartTexts.EoraFd),
                ("Eora26_2015_bp_VA.txt", PartTexts.EoraVa),
                ("labels_T.txt", PartTexts.EoraLabelsT),
                ("labels_FD.txt", PartTexts.EoraLabelsFd),
                ("labels_VA.txt", PartTexts.EoraLabelsVa),
            ],
            AsFolder: true
        ),
        new("figaro matrix", "figaro", [("matrix_eu-ic-io_ind-by-ind_25ed_2023.csv", PartTexts.FigaroMatrix)]),
        new("figaro flat", "figaro", [("flatfile_eu-ic-io_ind-by-ind_25ed_2023.csv", PartTexts.FigaroFlat)]),
        new(
            "gloria",
            "gloria",
            [
                ("20240111_120secMother_AllCountries_002_T-Results_2022_059_Markup001(full).csv", PartTexts.GloriaT),
                ("20240111_120secMother_AllCountries_002_Y-Results_2022_059_Markup001(full).csv", PartTexts.GloriaY),
                ("20240111_120secMother_AllCountries_002_V-Results_2022_059_Markup001(full).csv", PartTexts.GloriaV),
                ("Regions.csv", PartTexts.GloriaRegions),
                ("Sectors.csv", PartTexts.GloriaSectors),
                ("VA_FD.csv", PartTexts.GloriaUses),
            ],
            AsFolder: true
        ),
    ];

    public static LayoutFiles Of(string name) => All.Single(l => l.Name == name);

    /// <summary>Writes the files into a folder of their own and gives the paths to be read.</summary>
    public string[] WriteTo(TemporaryFolder folder, int number = 0)
    {
        string own = Path.Combine(folder.Root, number.ToString(CultureInfo.InvariantCulture));
        foreach ((string file, string text) in Files)
        {
            string path = Path.Combine(own, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return AsFolder ? [own] : [.. Files.Select(f => Path.Combine(own, f.File))];
    }
}
