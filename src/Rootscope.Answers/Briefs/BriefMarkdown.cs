using System.Text;

namespace Rootscope.Answers.Briefs;

/// <summary>A brief as Markdown: figures are their tables.</summary>
internal static class BriefMarkdown
{
    /// <summary>The text.</summary>
    public static string Of(BriefDocument brief)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Escaped(brief.Title)).Append("\n\n").Append(Escaped(brief.Subtitle)).Append('\n');
        for (int i = 0; i < brief.Blocks.Count; i++)
        {
            // A figure that stands below its own table tells nothing more here.
            if (i > 0 && brief.Blocks[i] is BriefFigure { Data: var data } && ReferenceEquals(brief.Blocks[i - 1], data))
            {
                continue;
            }

            text.Append('\n');
            Append(text, brief.Blocks[i]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, BriefBlock block)
    {
        switch (block)
        {
            case BriefHeading heading:
                text.Append("## ").Append(Escaped(heading.Text)).Append('\n');
                break;
            case BriefText { IsStrong: true } strong:
                text.Append("**").Append(Escaped(strong.Text)).Append("**\n");
                break;
            case BriefText plain:
                text.Append(Escaped(plain.Text)).Append('\n');
                break;
            case BriefSmall small:
                text.Append(Escaped(small.Text)).Append('\n');
                break;
            case BriefList list:
                foreach (string item in list.Items)
                {
                    text.Append("- ").Append(Escaped(item)).Append('\n');
                }

                break;
            case BriefTable table:
                Table(text, table);
                break;
            case BriefFigure figure:
                text.Append(Escaped(figure.Caption)).Append("\n\n");
                Table(text, figure.Data);
                break;
        }
    }

    private static void Table(StringBuilder text, BriefTable table)
    {
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Escaped(c.Heading))).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => c.IsNumber ? "---:" : "---")).Append(" |\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Escaped)).Append(" |\n");
        }
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
}
