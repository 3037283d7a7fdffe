namespace Rootscope.Answers.Pictures.Scenarios;

/// <summary>What one region loses under every lens.</summary>
/// <param name="Name">The region.</param>
/// <param name="Losses">Its losses, one a lens; null where the lens has no figure. Unit: share; below 0 for a gain.</param>
/// <param name="IsStrong">Whether it stands apart: all regions together.</param>
internal sealed record LossRow(string Name, IReadOnlyList<double?> Losses, bool IsStrong = false)
{
    /// <summary>Bands of the losses, one a lens; none where nothing was drawn. Unit: share.</summary>
    public IReadOnlyList<(double Low, double High)?> Bands { get; init; } = [];

    /// <summary>Everything that a column has to have room for.</summary>
    public IEnumerable<double> Reach(int column) =>
        Losses[column] is not { } loss ? []
        : Bands.Count > 0 && Bands[column] is var (low, high) ? [loss, low, high]
        : [loss];
}

/// <summary>The head of a column of losses.</summary>
/// <param name="Name">The lens.</param>
/// <param name="Measures">What it speaks of and measures.</param>
internal sealed record LossColumn(string Name, string Measures);

/// <summary>
/// Losses of regions under every lens as small multiples: a column of bars a lens, each with a scale of its own, since lenses measure
/// different things; the figure stands beside its bar.
/// </summary>
internal static class LossGrid
{
    private const double BetweenColumns = 18;
    private const double Thick = 0.8;
    private const int RowsOfNarrow = 8;

    /// <summary>Room for names. Unit: share of the width.</summary>
    private const double WidestName = 0.27;
    private const double WidestOfNarrow = 0.5;

    /// <summary>Adds the columns and says where they end.</summary>
    public static double Add(
        List<Shape> shapes,
        IReadOnlyList<LossColumn> columns,
        IReadOnlyList<LossRow> rows,
        ScenarioPictureWords words,
        SheetFormat format,
        double top
    )
    {
        return format.IsNarrow ? Stacked() : Beside();

        double Beside()
        {
            double names = NamesOf(rows, WidestName, format);
            double width = (format.Width - (2 * format.Margin) - names - (BetweenColumns * (columns.Count - 1))) / columns.Count;
            double first = top;
            for (int c = 0; c < columns.Count; c++)
            {
                double left = format.Margin + names + (c * (width + BetweenColumns));
                first = Math.Max(first, Head(shapes, columns[c], left, width, format, top));
            }

            double height = format.SmallSize * 1.6;
            for (int r = 0; r < rows.Count; r++)
            {
                double y = first + (r * height);
                shapes.Add(NameOf(rows[r], format.Margin, y, names, format));
                if (rows[r].IsStrong)
                {
                    double under = y + height - 2;
                    shapes.Add(new LineShape(new Spot(format.Margin, under), new Spot(format.Width - format.Margin, under), Tint.Line));
                }
            }

            for (int c = 0; c < columns.Count; c++)
            {
                double left = format.Margin + names + (c * (width + BetweenColumns));
                Bars(shapes, columns[c], c, rows, new Box(left, first, left + width, first + (rows.Count * height)), words, format);
            }

            return first + (rows.Count * height);
        }

        double Stacked()
        {
            double height = format.SmallSize * 1.6;
            double names = NamesOf(rows, WidestOfNarrow, format);
            for (int c = 0; c < columns.Count; c++)
            {
                top = Head(shapes, columns[c], format.Margin, format.Width - (2 * format.Margin), format, top);
                LossRow[] shown =
                [
                    .. rows.Where(r => r.IsStrong),
                    .. rows.Where(r => !r.IsStrong && r.Losses[c] is not null)
                        .OrderByDescending(r => Math.Abs(r.Losses[c]!.Value))
                        .Take(RowsOfNarrow),
                ];
                double y = top;
                foreach (LossRow row in shown)
                {
                    shapes.Add(NameOf(row, format.Margin, y, names, format));
                    y += height;
                }

                var room = new Box(format.Margin + names, top, format.Width - format.Margin, y);
                Bars(shapes, columns[c], c, shown, room, words, format);
                top = y + format.SmallSize;
            }

            return top - format.SmallSize;
        }
    }

    private static double NamesOf(IReadOnlyList<LossRow> rows, double widest, SheetFormat format) =>
        Math.Min(format.Width * widest, rows.Max(r => TextWidth.Of(r.Name, format.SmallSize, r.IsStrong)) + format.SmallSize);

    private static TextShape NameOf(LossRow row, double left, double top, double width, SheetFormat format) =>
        TextShape.Below(
            TextWidth.Shortened(row.Name, format.SmallSize * (row.IsStrong ? 1.1 : 1), width - 8),
            left,
            top + 2,
            format.SmallSize,
            isStrong: row.IsStrong
        );

    /// <summary>The head of a column: the lens, and below it what it speaks of.</summary>
    private static double Head(List<Shape> shapes, LossColumn column, double left, double width, SheetFormat format, double top)
    {
        double size = format.SmallSize;
        foreach (string line in TextWidth.Wrap(column.Name, size * 1.1, width))
        {
            shapes.Add(TextShape.Below(line, left, top, size, isStrong: true));
            top += size * 1.3;
        }

        foreach (string line in TextWidth.Wrap(column.Measures, size, width, mostLines: 3))
        {
            shapes.Add(TextShape.Below(line, left, top, size, Tint.Soft));
            top += size * 1.3;
        }

        return top + (size * 0.5);
    }

    private static void Bars(
        List<Shape> shapes,
        LossColumn column,
        int number,
        IReadOnlyList<LossRow> rows,
        Box room,
        ScenarioPictureWords words,
        SheetFormat format
    )
    {
        double size = format.SmallSize;
        double figures = TextWidth.Of("-0.0000%", size);
        double[] known = [.. rows.SelectMany(r => r.Reach(number))];
        double most = Math.Max(0, known.DefaultIfEmpty(0).Max());
        double least = Math.Min(0, known.DefaultIfEmpty(0).Min());
        double reach = most - least;
        double bars = Math.Max(0, room.Width - figures - 6);
        double zero = room.Left + (reach > 0 ? -least / reach * bars : 0);
        double height = rows.Count > 0 ? room.Height / rows.Count : 0;
        double Place(double share) => zero + (reach > 0 ? share / reach * bars : 0);
        shapes.Add(new LineShape(new Spot(zero, room.Top), new Spot(zero, room.Bottom), Tint.Line));
        for (int r = 0; r < rows.Count; r++)
        {
            double y = room.Top + (r * height);
            if (rows[r].Losses[number] is not { } loss)
            {
                shapes.Add(TextShape.Below("–", room.Right, y + 2, size, Tint.Soft, TextAnchor.End));
                continue;
            }

            double end = Place(loss);
            double thick = size * Thick;
            var bar = new Box(Math.Min(zero, end), y + ((height - thick) / 2) - 1, Math.Max(zero, end), y + ((height + thick) / 2) - 1);
            Shape[] band =
                rows[r].Bands.Count > 0 && rows[r].Bands[number] is var (low, high)
                    ?
                    [
                        new LineShape(
                            new Spot(Place(low), y + (height / 2) - 1),
                            new Spot(Place(high), y + (height / 2) - 1),
                            Tint.Ink,
                            1.4
                        ),
                        .. new[] { low, high }.Select(end => new LineShape(
                            new Spot(Place(end), y + (height / 2) - 4),
                            new Spot(Place(end), y + (height / 2) + 2),
                            Tint.Ink,
                            1.4
                        )),
                    ]
                    : [];
            shapes.Add(
                new LinkShape(
                    null,
                    words.TipOf(rows[r].Name, column.Name, loss),
                    [
                        new BoxShape(bar, loss < 0 ? Tint.Matter : Tint.Life),
                        .. band,
                        TextShape.Below(StakeWords.Percent(loss), room.Right, y + 2, size, Tint.Ink, TextAnchor.End, rows[r].IsStrong),
                    ]
                )
            );
        }
    }
}
