using System.Globalization;
using Rootscope.Answers.Reports;

namespace Rootscope.Answers.Pictures;

/// <summary>Which column of a report is drawn, and what its rows are called.</summary>
/// <param name="Value">The column whose figures are drawn.</param>
/// <param name="Names">The columns that name a row; those without a text are left out.</param>
/// <param name="Title">What is to be seen.</param>
/// <param name="Subtitle">How to read it, with the unit.</param>
internal sealed record ReportDrawing(string Value, IReadOnlyList<string> Names, string Title, string Subtitle)
{
    /// <summary>The columns of the lower and the upper end of the band; null for none.</summary>
    public (string Low, string High)? Band { get; init; }

    /// <summary>What the band is called.</summary>
    public string BandName { get; init; } = "90% band";

    /// <summary>Which rows are drawn; null for all.</summary>
    public Func<Func<string, object?>, bool>? Of { get; init; }

    /// <summary>A figure that every row is held against, drawn as a line; null for none.</summary>
    public (double At, string Name)? Line { get; init; }
}

/// <summary>The rows of a report as bars from 0, the largest in size first, with bands where there are some.</summary>
internal static class ReportBars
{
    private const int Most = 25;
    private const double NamePart = 0.4;
    private const double Cap = 3;

    private sealed record Bar(string Name, double Value, string Words, double? Low, double? High);

    /// <summary>Draws a report.</summary>
    /// <param name="report">The report; its source stands under the picture.</param>
    /// <param name="drawing">What is drawn of it.</param>
    /// <param name="format">For what room.</param>
    public static Sheet Of(Report report, ReportDrawing drawing, SheetFormat format)
    {
        Bar[] all = [.. BarsOf(report, drawing)];
        Bar[] bars = [.. all.OrderByDescending(b => Math.Abs(b.Value)).Take(Most).OrderByDescending(b => b.Value)];
        string[] notes =
        [
            .. bars.Length < all.Length
                ? [string.Create(CultureInfo.InvariantCulture, $"The {bars.Length} largest in size of {all.Length}.")]
                : Array.Empty<string>(),
            .. report.Remarks.Take(1),
        ];
        var frame = new SheetFrame
        {
            Title = drawing.Title,
            Subtitle = drawing.Subtitle,
            Description = $"{drawing.Subtitle} {string.Join("; ", bars.Take(5).Select(b => $"{b.Name}: {b.Words}"))}.",
            Notes = notes,
            Source = report.Provenance.ToLine(),
        };
        (string, Func<Spot, Shape>)[] legend = drawing.Line is { } line
            ? [(line.Name, at => new LineShape(at with { Y = at.Y - 6 }, at with { Y = at.Y + 6 }, Tint.Soft, 1.5, IsDashed: true))]
            : [];
        return frame.Around(format, [.. legend, .. BandLegend(bars, drawing.BandName)], top => Inside(bars, drawing.Line?.At, format, top));
    }

    private static IEnumerable<(string, Func<Spot, Shape>)> BandLegend(Bar[] bars, string name) =>
        Array.Exists(bars, b => b.Low is not null)
            ? [(name, at => new LineShape(at with { X = at.X - 7 }, at with { X = at.X + 7 }, Tint.Ink, 1.5))]
            : [];

    private static IEnumerable<Bar> BarsOf(Report report, ReportDrawing drawing)
    {
        Dictionary<string, int> columns = report
            .Columns.Select((c, i) => (c.Name, i))
            .ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        int value = columns[drawing.Value];
        foreach (object?[] row in report.Rows)
        {
            object? Cell(string name) => columns.TryGetValue(name, out int at) ? row[at] : null;
            if (
                Convert.ToDouble(row[value] ?? double.NaN, CultureInfo.InvariantCulture) is var number
                && double.IsFinite(number)
                && (drawing.Of?.Invoke(Cell) ?? true)
            )
            {
                yield return new Bar(
                    string.Join(" ", drawing.Names.Select(n => TextOf(Cell(n))).Where(t => t.Length > 0)),
                    number,
                    CellText.ForPeople(row[value], report.Columns[value]),
                    drawing.Band is { } band ? Cell(band.Low) as double? : null,
                    drawing.Band is { } same ? Cell(same.High) as double? : null
                );
            }
        }
    }

    private static string TextOf(object? cell) => cell is string text ? BriefName.Of(text) : CellText.ForData(cell);

    private static (IReadOnlyList<Shape>, double) Inside(Bar[] bars, double? line, SheetFormat format, double top)
    {
        double size = format.SmallSize;
        double low = Math.Min(0, bars.SelectMany(b => (double[])[b.Value, b.Low ?? 0]).Append(line ?? 0).DefaultIfEmpty(0).Min());
        double high = Math.Max(0, bars.SelectMany(b => (double[])[b.Value, b.High ?? 0]).Append(line ?? 0).DefaultIfEmpty(0).Max());
        double words = bars.Select(b => TextWidth.Of(b.Words, size)).DefaultIfEmpty(0).Max() + 10;
        double inner = format.Width - (2 * format.Margin);
        double names = format.IsNarrow ? inner : inner * NamePart;
        double left = format.Margin + (format.IsNarrow ? 0 : names + 8) + (low < 0 ? words : 0);
        double scale = high > low ? Math.Max(0, format.Width - format.Margin - words - left) / (high - low) : 0;
        double At(double value) => left + ((value - low) * scale);
        double step = size * (format.IsNarrow ? 2.8 : 1.8);
        double thick = size * 0.85;
        double first = top;
        var shapes = new List<Shape>();
        foreach (Bar bar in bars)
        {
            double middle = format.IsNarrow ? top + (size * 2.1) : top + (step / 2);
            double nameTop = format.IsNarrow ? top + 2 : middle - (size / 2);
            shapes.Add(TextShape.Below(TextWidth.Shortened(bar.Name, size, names), format.Margin, nameTop, size));
            (double from, double to) = (At(Math.Min(0, bar.Value)), At(Math.Max(0, bar.Value)));
            shapes.Add(
                new BoxShape(
                    Box.Sized(from, middle - (thick / 2), Math.Max(1, to - from), thick),
                    bar.Value < 0 ? Tint.Life : Tint.Information
                )
            );
            (double least, double most) = (from, to);
            if (bar is { Low: { } lower, High: { } upper })
            {
                (least, most) = (Math.Min(from, At(lower)), Math.Max(to, At(upper)));
                shapes.Add(new LineShape(new Spot(At(lower), middle), new Spot(At(upper), middle), Tint.Ink, 1.5));
                foreach (double end in (double[])[lower, upper])
                {
                    shapes.Add(new LineShape(new Spot(At(end), middle - Cap), new Spot(At(end), middle + Cap), Tint.Ink, 1.5));
                }
            }

            bool isLeft = bar.Value < 0;
            double at = isLeft ? least - 6 : most + 6;
            shapes.Add(TextShape.Below(bar.Words, at, middle - (size / 2), size, Tint.Ink, isLeft ? TextAnchor.End : TextAnchor.Start));
            top += step;
        }

        shapes.Add(new LineShape(new Spot(At(0), first), new Spot(At(0), top), Tint.Soft));
        if (line is { } value)
        {
            shapes.Add(new LineShape(new Spot(At(value), first), new Spot(At(value), top), Tint.Soft, 1.5, IsDashed: true));
        }

        return (shapes, top);
    }
}
