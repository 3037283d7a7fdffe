using System.Globalization;

namespace Rootscope.Answers.Pictures.Scenarios;

/// <summary>The output of one sector over the months of a scenario.</summary>
/// <param name="Name">The sector.</param>
/// <param name="Changes">Change of its output in each month. Unit: share.</param>
internal sealed record HeatRow(string Name, IReadOnlyList<double> Changes);

/// <summary>Output of sectors by month as a map of cells: the fuller the colour, the larger the change.</summary>
internal static class SectorHeat
{
    private const double Gap = 1;
    private const double Faintest = 0.08;
    private const int MostTicks = 12;

    /// <summary>Adds the cells and says where they end.</summary>
    public static double Add(List<Shape> shapes, IReadOnlyList<HeatRow> rows, ScenarioPictureWords words, SheetFormat format, double top)
    {
        double size = format.SmallSize;
        double most = rows.SelectMany(r => r.Changes).Select(Math.Abs).DefaultIfEmpty(0).Max();
        top = Legend(shapes, most, words, format, top);
        double names = format.IsNarrow ? 0 : Math.Min(format.Width * 0.38, rows.Max(r => TextWidth.Of(r.Name, size)) + 10);
        int months = rows.Max(r => r.Changes.Count);
        double left = format.Margin + names;
        double width = (format.Width - format.Margin - left) / months;
        double height = size * 1.5;
        double y = top;
        foreach (HeatRow row in rows)
        {
            if (format.IsNarrow)
            {
                shapes.Add(TextShape.Below(TextWidth.Shortened(row.Name, size, format.Width - (2 * format.Margin)), left, y + 2, size));
                y += size * 1.4;
            }
            else
            {
                shapes.Add(TextShape.Below(TextWidth.Shortened(row.Name, size, names - 8), format.Margin, y + (size * 0.2), size));
            }

            for (int m = 0; m < row.Changes.Count; m++)
            {
                double change = row.Changes[m];
                var cell = Box.Sized(left + (m * width), y, width - Gap, height - Gap);
                BoxShape ground = new(cell, Tint.Grid);
                Shape[] drawn = change == 0 ? [ground] : [ground, new BoxShape(cell, TintOf(change), OpacityOf(change, most))];
                shapes.Add(new LinkShape(null, words.Tip(row.Name, m + 1, Signed(change)), drawn));
            }

            y += height;
        }

        int every = (months + MostTicks - 1) / MostTicks;
        for (int m = 0; m < months; m += every)
        {
            string text = (m + 1).ToString(CultureInfo.InvariantCulture);
            shapes.Add(TextShape.Below(text, left + ((m + 0.5) * width), y + 4, size, Tint.Soft, TextAnchor.Middle));
        }

        shapes.Add(
            TextShape.Below($"{words.MonthsAxis} →", format.Width - format.Margin, y + 4 + (size * 1.4), size, anchor: TextAnchor.End)
        );
        return y + (size * 3);
    }

    private static double Legend(List<Shape> shapes, double most, ScenarioPictureWords words, SheetFormat format, double top)
    {
        double size = format.SmallSize;
        double left = format.Margin;
        foreach ((double change, string name) in ((double, string)[])[(-most, words.Falls), (most, words.Rises)])
        {
            foreach (double part in (double[])[0.25, 0.5, 1])
            {
                var box = Box.Sized(left, top, size * 1.2, size);
                shapes.Add(new BoxShape(box, Tint.Grid));
                shapes.Add(new BoxShape(box, TintOf(change), OpacityOf(change * part, most)));
                left += size * 1.2;
            }

            string text = $"{name}, {Signed(change)}";
            shapes.Add(TextShape.Below(text, left + 6, top, size));
            left += 6 + TextWidth.Of(text, size) + 18;
            if (format.IsNarrow)
            {
                (left, top) = (format.Margin, top + (size * 1.5));
            }
        }

        return top + (format.IsNarrow ? 0 : size * 1.8);
    }

    private static Tint TintOf(double change) => change < 0 ? Tint.Life : Tint.Information;

    private static double OpacityOf(double change, double most) =>
        most > 0 ? Faintest + ((1 - Faintest) * Math.Sqrt(Math.Abs(change) / most)) : 0;

    private static string Signed(double change) => (change > 0 ? "+" : string.Empty) + StakeWords.Percent(change);
}
