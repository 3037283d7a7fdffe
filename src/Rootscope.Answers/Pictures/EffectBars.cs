namespace Rootscope.Answers.Pictures;

/// <summary>One row of bars before and after.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Area">The area of the catalogue that it stands for; null for none.</param>
/// <param name="Before">Before. Unit: any, the same in all rows.</param>
/// <param name="After">After, in the same unit.</param>
/// <param name="Words">Both in words, at the end of the bars.</param>
internal sealed record EffectRow(string Name, string? Area, double Before, double After, string Words);

/// <summary>Losses before and after something is done: a faint bar for before, a strong one inside it for what is left.</summary>
internal static class EffectBars
{
    private const double NamePart = 0.38;

    /// <summary>Draws rows, all on one scale.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="before">What the faint bar is called.</param>
    /// <param name="after">What the strong one is called.</param>
    /// <param name="frame">What stands around it.</param>
    /// <param name="format">For what room.</param>
    public static Sheet Of(IReadOnlyList<EffectRow> rows, string before, string after, SheetFrame frame, SheetFormat format) =>
        frame.Around(
            format,
            [
                (before, at => new BoxShape(Box.Around(at, 5), Tint.Line)),
                (after, at => new BoxShape(Box.Sized(at.X - 5, at.Y - 2.5, 10, 5), Tint.Ink)),
            ],
            top => Inside(rows, format, top)
        );

    private static (IReadOnlyList<Shape>, double) Inside(IReadOnlyList<EffectRow> rows, SheetFormat format, double top)
    {
        double size = format.SmallSize;
        double most = rows.Select(r => Math.Max(r.Before, r.After)).DefaultIfEmpty(0).Max();
        double words = rows.Select(r => TextWidth.Of(r.Words, size)).DefaultIfEmpty(0).Max() + 8;
        double names = (format.Width - (2 * format.Margin)) * NamePart;
        double left = format.Margin + names + 8;
        double room = Math.Max(0, format.Width - format.Margin - words - left);
        double step = size * 1.75;
        double thick = size * 0.95;
        var shapes = new List<Shape>();
        foreach (EffectRow row in rows)
        {
            double middle = top + (step / 2);
            double scale = most > 0 ? room / most : 0;
            (Tint tint, _) = Tints.Of(row.Area);
            shapes.Add(TextShape.Below(TextWidth.Shortened(row.Name, size, names), format.Margin, middle - (size / 2), size));
            shapes.Add(new BoxShape(Box.Sized(left, middle - (thick / 2), Math.Max(1, row.Before * scale), thick), Tint.Line));
            shapes.Add(new BoxShape(Box.Sized(left, middle - (thick / 4), Math.Max(1, row.After * scale), thick / 2), tint));
            shapes.Add(TextShape.Below(row.Words, left + (row.Before * scale) + 6, middle - (size / 2), size, Tint.Soft));
            top += step;
        }

        return (shapes, top);
    }
}
