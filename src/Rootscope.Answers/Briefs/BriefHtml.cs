using System.Net;
using System.Text;
using Rootscope.Answers.Language;
using Rootscope.Answers.Pictures;

namespace Rootscope.Answers.Briefs;

/// <summary>A brief as one HTML file: figures are drawn in it, nothing is loaded from elsewhere, and it prints on two pages.</summary>
internal static class BriefHtml
{
    private const string Style = """
        :root { color-scheme: light; }
        body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1d2327; background: #fff;
          font: 15px/1.5 Lato, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
        h2 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
        p { margin: .4rem 0; }
        .lead { font-size: 1.05rem; border-left: 4px solid #0b7fc9; padding-left: .8rem; }
        .small, figcaption, .subtitle { font-size: .85rem; color: #55606a; overflow-wrap: anywhere; }
        figure { margin: .6rem 0; break-inside: avoid; }
        figure svg { width: 100%; min-width: 34rem; height: auto; display: block; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .85rem; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #d8dcdf; }
        th { color: #55606a; font-weight: 600; }
        .number { text-align: right; }
        details { font-size: .85rem; }
        @media print { figure svg { min-width: 0; } body { margin: 0; max-width: none; font-size: 10pt; line-height: 1.35; } h2 { margin-top: .8rem; } details { display: none; } }
        """;

    /// <summary>The file.</summary>
    public static string Of(BriefDocument brief)
    {
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"").Append(brief.Tongue == Tongue.Chinese ? "zh-Hans" : "en").Append("\">\n<head>\n");
        text.Append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.Append("<title>").Append(Escaped(brief.Title)).Append("</title>\n<style>\n").Append(Style).Append('\n').Append(Tinted());
        text.Append("</style>\n</head>\n<body>\n<main>\n");
        text.Append("<h1>").Append(Escaped(brief.Title)).Append("</h1>\n<p class=\"subtitle\">");
        text.Append(Escaped(brief.Subtitle)).Append("</p>\n");
        for (int i = 0; i < brief.Blocks.Count; i++)
        {
            bool isTold = i > 0 && brief.Blocks[i] is BriefFigure { Data: var data } && ReferenceEquals(brief.Blocks[i - 1], data);
            Append(text, brief.Blocks[i], brief.Tongue, isTold);
        }

        return text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder text, BriefBlock block, Tongue tongue, bool isTold)
    {
        switch (block)
        {
            case BriefHeading heading:
                text.Append("<h2>").Append(Escaped(heading.Text)).Append("</h2>\n");
                break;
            case BriefText plain:
                text.Append(plain.IsStrong ? "<p class=\"lead\">" : "<p>").Append(Escaped(plain.Text)).Append("</p>\n");
                break;
            case BriefSmall small:
                text.Append("<p class=\"small\">").Append(Escaped(small.Text)).Append("</p>\n");
                break;
            case BriefList list:
                text.Append("<ul>\n");
                foreach (string item in list.Items)
                {
                    text.Append("<li>").Append(Escaped(item)).Append("</li>\n");
                }

                text.Append("</ul>\n");
                break;
            case BriefTable table:
                Table(text, table);
                break;
            case BriefFigure figure:
                text.Append("<figure>\n<div class=\"wide\">").Append(SheetSvg.Element(figure.Sheet, "sheet")).Append("</div>\n");
                text.Append("<figcaption>").Append(Escaped(figure.Caption)).Append("</figcaption>\n");
                if (!isTold)
                {
                    text.Append("<details><summary>").Append(new Phrase("As a table", "数据表")[tongue]).Append("</summary>\n");
                    Table(text, figure.Data);
                    text.Append("</details>\n");
                }

                text.Append("</figure>\n");
                break;
        }
    }

    private static void Table(StringBuilder text, BriefTable table)
    {
        text.Append("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (BriefColumn column in table.Columns)
        {
            text.Append(column.IsNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            text.Append(Escaped(column.Heading)).Append("</th>");
        }

        text.Append("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            text.Append("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                text.Append(table.Columns[i].IsNumber ? "<td class=\"number\">" : "<td>").Append(Escaped(row[i])).Append("</td>");
            }

            text.Append("</tr>\n");
        }

        text.Append("</tbody>\n</table></div>\n");
    }

    /// <summary>The colours of figures, which elements of a page name by classes.</summary>
    private static string Tinted()
    {
        var text = new StringBuilder();
        foreach (Tint tint in Enum.GetValues<Tint>())
        {
            string word = Tints.WordOf(tint);
            text.Append(".f-").Append(word).Append(" { fill: ").Append(Tints.OnLight(tint)).Append("; } ");
            text.Append(".s-").Append(word).Append(" { stroke: ").Append(Tints.OnLight(tint)).Append("; }\n");
        }

        return text.ToString();
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
