using Rootscope.Web.Language;

namespace Rootscope.Web.Imports;

/// <summary>Texts of the pages that import tables.</summary>
internal static class ImportPhrases
{
    public static readonly Phrase Title = new("Import a table", "导入投入产出表");

    /// <summary>The layouts by their word.</summary>
    public static Phrase LayoutCalled(string word) =>
        word switch
        {
            "parquet" => new("Parquet written by Rootscope", "根镜导出的 Parquet"),
            "nbs" => new("China, National Bureau of Statistics: one CSV", "中国国家统计局：一个 CSV"),
            "bea" => new("United States, BEA: Use, Make and Import as CSV", "美国 BEA：Use、Make、Import 三个 CSV"),
            "wiod2013" => new("WIOD 2013: one CSV a year", "WIOD 2013：每年一个 CSV"),
            "wiod2016" => new("WIOD 2016: one CSV a year, or national tables", "WIOD 2016：每年一个 CSV，或各国表"),
            "icio" => new("OECD ICIO: one CSV a year", "OECD ICIO：每年一个 CSV"),
            "icio-parts" => new("OECD ICIO, parts of China and Mexico kept", "OECD ICIO，保留中国与墨西哥的分部"),
            "iot" => new("OECD national table: one CSV", "OECD 国家表：一个 CSV"),
            "figaro" => new("FIGARO: one CSV", "FIGARO：一个 CSV"),
            "exiobase3" => new("EXIOBASE 3: the folder as ZIP", "EXIOBASE 3：文件夹 ZIP"),
            "eora26" => new("Eora26: the folder as ZIP", "Eora26：文件夹 ZIP"),
            "gloria" => new("GLORIA: the folder as ZIP", "GLORIA：文件夹 ZIP"),
            _ => new(word, word),
        };
}
