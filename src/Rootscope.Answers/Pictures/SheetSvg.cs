using System.Globalization;
using System.Security;
using System.Text;

namespace Rootscope.Answers.Pictures;

/// <summary>A sheet as SVG: text stays text, colours follow the reader's light or dark.</summary>
/// <remarks>The same sheet gives the same bytes. Nothing is named by an identifier, so that several sheets may stand in one page.</remarks>
internal static class SheetSvg
{
    private const string Fonts = "Lato, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    /// <summary>A file of its own: with title and description, colours for light and for dark ground, and no links.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="origin">Where it is from, which the file keeps unseen; null for none.</param>
    public static string File(Sheet sheet, string? origin = null)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{sheet.Width:0.##}\" height=\"{sheet.Height:0.##}\" "
        );
        text.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {sheet.Width:0.##} {sheet.Height:0.##}\" role=\"img\" ");
        text.Append(CultureInfo.InvariantCulture, $"font-family=\"{Fonts}\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(sheet.Title)}</title>\n<desc>{Escaped(sheet.Description)}</desc>\n");
        text.Append(origin is null ? string.Empty : $"<metadata>{Escaped(origin)}</metadata>\n");
        text.Append(Style());
        Append(text, new BoxShape(new Box(0, 0, sheet.Width, sheet.Height), Tint.Paper), isFile: true);
        foreach (Shape shape in sheet.Shapes)
        {
            Append(text, shape, isFile: true);
        }

        return text.Append("</svg>\n").ToString();
    }

    /// <summary>An element of a page, which names the colours in its style sheet; marks lead to their pages.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="style">The element's class.</param>
    public static string Element(Sheet sheet, string style)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"{style}\" viewBox=\"0 0 {sheet.Width:0.##} {sheet.Height:0.##}\" role=\"group\" "
        );
        text.Append(CultureInfo.InvariantCulture, $"aria-label=\"{Escaped(sheet.Title)}. {Escaped(sheet.Description)}\">\n");
        foreach (Shape shape in sheet.Shapes)
        {
            Append(text, shape, isFile: false);
        }

        return text.Append("</svg>\n").ToString();
    }

    /// <summary>Light is written into every shape, so that a reader without style sheets has it too.</summary>
    private static string Style()
    {
        var text = new StringBuilder("<style>@media (prefers-color-scheme: dark) {");
        foreach (Tint tint in Enum.GetValues<Tint>())
        {
            string dark = Tints.OnDark(tint);
            text.Append(CultureInfo.InvariantCulture, $" .f-{Tints.WordOf(tint)} {{ fill: {dark} }}");
            text.Append(CultureInfo.InvariantCulture, $" .s-{Tints.WordOf(tint)} {{ stroke: {dark} }}");
        }

        return text.Append(" }</style>\n").ToString();
    }

    private static void Append(StringBuilder text, Shape shape, bool isFile)
    {
        switch (shape)
        {
            case LineShape line:
                text.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(line.From.X)} {N(line.From.Y)}L{N(line.To.X)} {N(line.To.Y)}\"");
                text.Append(CultureInfo.InvariantCulture, $"{Stroke(line.Tint, isFile)} stroke-width=\"{N(line.Width)}\"");
                text.Append(line.IsDashed ? " stroke-dasharray=\"6 4\"/>\n" : "/>\n");
                break;
            case CurveShape curve:
                text.Append(CultureInfo.InvariantCulture, $"<path d=\"{Joined(curve.Spots)}\" fill=\"none\"{Stroke(curve.Tint, isFile)} ");
                text.Append(CultureInfo.InvariantCulture, $"stroke-width=\"{N(curve.Width)}\" stroke-linejoin=\"round\"");
                text.Append(curve.IsDashed ? " stroke-dasharray=\"6 4\"/>\n" : "/>\n");
                break;
            case AreaShape area:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<path d=\"{Joined(area.Outline)}z\"{Fill(area.Tint, isFile)}{Opacity(area.Opacity)}/>\n"
                );
                break;
            case LandShape land:
                text.Append(CultureInfo.InvariantCulture, $"<path d=\"{string.Concat(land.Outlines.Select(Closely))}\"");
                text.Append(CultureInfo.InvariantCulture, $"{Land(land.Tint, isFile)}{Opacity(land.Opacity)}/>\n");
                break;
            case HatchShape hatch:
                text.Append("<path d=\"").AppendJoin(string.Empty, hatch.Lines.Select(l => Closely([l.From, l.To]).TrimEnd('z')));
                text.Append(CultureInfo.InvariantCulture, $"\"{Stroke(hatch.Tint, isFile)} stroke-width=\"{N(hatch.Width)}\"/>\n");
                break;
            case BoxShape box:
                text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(box.Box.Left)}\" y=\"{N(box.Box.Top)}\" ");
                text.Append(CultureInfo.InvariantCulture, $"width=\"{N(box.Box.Width)}\" height=\"{N(box.Box.Height)}\"");
                text.Append(CultureInfo.InvariantCulture, $"{Fill(box.Tint, isFile)}{Opacity(box.Opacity)}/>\n");
                break;
            case MarkShape mark:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<path d=\"{Outline(mark)}\"{Fill(mark.Tint, isFile)}{Opacity(mark.Opacity)}/>\n"
                );
                break;
            case TextShape words:
                text.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(words.Baseline.X)}\" y=\"{N(words.Baseline.Y)}\" ");
                text.Append(CultureInfo.InvariantCulture, $"font-size=\"{N(words.Size)}\"{Words(words, isFile)}");
                text.Append(AnchorOf(words.Anchor)).Append(words.IsStrong ? " font-weight=\"600\"" : string.Empty);
                text.Append('>').Append(Escaped(words.Text)).Append("</text>\n");
                break;
            case LinkShape link:
                bool leads = !isFile && link.Address is not null;
                string stop = link.IsStop ? string.Empty : " tabindex=\"-1\"";
                text.Append(leads ? $"<a href=\"{Escaped(link.Address!)}\"{stop}>" : "<g>");
                text.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(link.Tip)}</title>\n");
                foreach (Shape inner in link.Shapes)
                {
                    Append(text, inner, isFile);
                }

                text.Append(leads ? "</a>\n" : "</g>\n");
                break;
        }
    }

    /// <summary>The outline of a mark as a path.</summary>
    private static string Outline(MarkShape mark)
    {
        double r = mark.Size / 2;
        (double x, double y) = mark.At;
        return mark.Form switch
        {
            MarkForm.Disc => $"M{N(x - r)} {N(y)}a{N(r)} {N(r)} 0 1 0 {N(2 * r)} 0a{N(r)} {N(r)} 0 1 0 {N(-2 * r)} 0z",
            _ => Joined(mark.Corners) + "z",
        };
    }

    private static string Joined(IEnumerable<Spot> spots) => "M" + string.Join('L', spots.Select(s => $"{N(s.X)} {N(s.Y)}"));

    /// <summary>An outline in steps from corner to corner, in tenths: the shortest way to say one of many corners.</summary>
    private static string Closely(IReadOnlyList<Spot> outline)
    {
        var text = new StringBuilder();
        (long x, long y) = (0, 0);
        foreach (Spot spot in outline)
        {
            (long toX, long toY) = ((long)Math.Round(spot.X * 10), (long)Math.Round(spot.Y * 10));
            if (text.Length == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"M{N(toX / 10.0)} {N(toY / 10.0)}l");
            }
            else if ((toX, toY) != (x, y))
            {
                string across = N((toX - x) / 10.0);
                string down = N((toY - y) / 10.0);
                text.Append(text[^1] == 'l' || across[0] == '-' ? string.Empty : " ").Append(across);
                text.Append(down[0] == '-' ? string.Empty : " ").Append(down);
            }

            (x, y) = (toX, toY);
        }

        return text.Append(text[^1] == 'l' ? "0 0z" : "z").ToString();
    }

    /// <summary>The rim between lands has the ground's colour.</summary>
    private static string Land(Tint tint, bool isFile) =>
        isFile
            ? $" class=\"f-{Tints.WordOf(tint)} s-paper\" fill=\"{Tints.OnLight(tint)}\" stroke=\"{Tints.OnLight(Tint.Paper)}\""
                + " stroke-width=\"0.6\""
            : $" class=\"f-{Tints.WordOf(tint)} s-paper\" stroke-width=\"0.6\"";

    private static string Fill(Tint tint, bool isFile) =>
        isFile ? $" class=\"f-{Tints.WordOf(tint)}\" fill=\"{Tints.OnLight(tint)}\"" : $" class=\"f-{Tints.WordOf(tint)}\"";

    /// <summary>The rim of words over lines has the ground's colour.</summary>
    private static string Words(TextShape words, bool isFile)
    {
        if (!words.IsOverLines)
        {
            return Fill(words.Tint, isFile);
        }

        string tint = Tints.WordOf(words.Tint);
        string light = isFile ? $" fill=\"{Tints.OnLight(words.Tint)}\" stroke=\"{Tints.OnLight(Tint.Paper)}\"" : string.Empty;
        return $" class=\"f-{tint} s-paper\"{light} stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
    }

    private static string Stroke(Tint tint, bool isFile) =>
        isFile ? $" class=\"s-{Tints.WordOf(tint)}\" stroke=\"{Tints.OnLight(tint)}\"" : $" class=\"s-{Tints.WordOf(tint)}\"";

    private static string Opacity(double opacity) => opacity < 1 ? $" opacity=\"{N(opacity)}\"" : string.Empty;

    private static string AnchorOf(TextAnchor anchor) =>
        anchor switch
        {
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.End => " text-anchor=\"end\"",
            _ => string.Empty,
        };

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static string N(double number) =>
        double.IsFinite(number)
            ? number.ToString("0.#", CultureInfo.InvariantCulture)
            : throw new ModelException(
                "The picture has a place that is no number. This is an error of the program; please report it with the command."
            );
}
