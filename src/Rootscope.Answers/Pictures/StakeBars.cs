using System.Globalization;

namespace Rootscope.Answers.Pictures;

/// <summary>One block of bars: the first rows of what is at stake with one supply.</summary>
/// <param name="Heading">Which supply; empty where something else says it.</param>
/// <param name="Rows">The rows, most at stake first.</param>
internal sealed record StakeBlock(string Heading, IReadOnlyList<StakeMark> Rows);

/// <summary>
/// What is at stake as ranked bars, with own output inside each for comparison, the 90% band, and tiers of rows whose
/// places cannot be told apart.
/// </summary>
internal static class StakeBars
{
    private const double BetweenBlocks = 28;
    private const double Cap = 3;

    /// <summary>Draws blocks of bars, side by side where there is room; all on one scale.</summary>
    public static Sheet Of(IReadOnlyList<StakeBlock> blocks, SheetFrame frame, StakeWords words, SheetFormat format)
    {
        double largest = blocks.SelectMany(b => b.Rows).Select(r => Math.Max(r.AtStakeShare ?? 0, r.High ?? 0)).DefaultIfEmpty(0).Max();
        return frame.Around(format, Legend(blocks, words, format), top => Inside(blocks, largest, words, format, top));
    }

    private static (string, Func<Spot, Shape>)[] Legend(IReadOnlyList<StakeBlock> blocks, StakeWords words, SheetFormat format)
    {
        StakeMark[] rows = [.. blocks.SelectMany(b => b.Rows)];
        HashSet<string?> areas = [.. rows.Select(r => r.Area)];
        return
        [
            .. Tints
                .AreaIds.Where(areas.Contains)
                .Select(a => (words.Area(a), (Func<Spot, Shape>)(at => new BoxShape(Box.Around(at, 5), Tints.Of(a).Tint)))),
            .. areas.Contains(null)
                ? new (string, Func<Spot, Shape>)[] { (words.Plain, at => new BoxShape(Box.Around(at, 5), Tint.Plain)) }
                : [],
            (words.OwnOutput, at => new BoxShape(Box.Sized(at.X - 7, at.Y - 1, 14, 3), Tint.Ink)),
            .. Array.Exists(rows, r => r.Low is not null)
                ? new (string, Func<Spot, Shape>)[]
                {
                    (words.Band, at => new LineShape(at with { X = at.X - 7 }, at with { X = at.X + 7 }, Tint.Ink, 1.5)),
                }
                : [],
        ];
    }

    private static (IReadOnlyList<Shape>, double) Inside(
        IReadOnlyList<StakeBlock> blocks,
        double largest,
        StakeWords words,
        SheetFormat format,
        double top
    )
    {
        var shapes = new List<Shape>();
        bool isBeside = !format.IsNarrow && blocks.Count > 1;
        double inner = format.Width - (2 * format.Margin);
        double width = isBeside ? (inner - BetweenBlocks) / blocks.Count : inner;
        double bottom = top;
        double left = format.Margin;
        foreach (StakeBlock block in blocks)
        {
            double end = Block(shapes, block, new Box(left, isBeside ? top : bottom, left + width, 0), largest, words, format);
            bottom = Math.Max(bottom, end);
            if (isBeside)
            {
                left += width + BetweenBlocks;
            }
            else
            {
                bottom += BetweenBlocks / 2;
            }
        }

        return (shapes, bottom);
    }

    private static double Block(List<Shape> shapes, StakeBlock block, Box room, double largest, StakeWords words, SheetFormat format)
    {
        double top = room.Top;
        if (block.Heading.Length > 0)
        {
            shapes.Add(TextShape.Below(block.Heading, room.Left, top, format.TextSize, isStrong: true));
            top += format.TextSize * 1.7;
        }

        double height = format.IsNarrow ? format.TextSize * 2.6 : format.TextSize * 1.75;
        bool isEven = false;
        string? tier = null;
        foreach (StakeMark row in block.Rows)
        {
            bool isFirst = row.Tier is not null && !string.Equals(row.Tier, tier, StringComparison.Ordinal);
            isEven = isFirst ? !isEven : isEven;
            tier = row.Tier;
            if (row.Tier is not null && isEven)
            {
                shapes.Add(new BoxShape(new Box(room.Left - 4, top, room.Right + 4, top + height), Tint.Grid, 0.6));
            }

            Row(shapes, row, isFirst, new Box(room.Left, top, room.Right, top + height), largest, words, format);
            top += height;
        }

        return top;
    }

    private static void Row(
        List<Shape> shapes,
        StakeMark row,
        bool isFirstOfTier,
        Box room,
        double largest,
        StakeWords words,
        SheetFormat format
    )
    {
        double size = format.SmallSize;
        double rankWidth = TextWidth.Of("000", size);
        string value = StakeWords.Percent(row.AtStakeShare ?? 0);
        double valueWidth = TextWidth.Of("00.0%", size) + 8;
        double tierWidth = row.Tier is null ? 0 : TextWidth.Of($"{words.Tier} 00", size) + 4;
        double nameLeft = room.Left + rankWidth + 6;
        double nameWidth = format.IsNarrow ? room.Right - nameLeft - tierWidth : (room.Width - rankWidth) * 0.47;
        double barLeft = format.IsNarrow ? nameLeft : nameLeft + nameWidth + 8;
        double barRoom = room.Right - valueWidth - barLeft - (format.IsNarrow ? 0 : tierWidth);
        double scale = largest > 0 ? Math.Max(0, barRoom) / largest : 0;
        double middle = format.IsNarrow ? room.Top + (size * 2.0) : room.Top + (room.Height / 2);
        double thick = size * 0.85;
        double nameTop = format.IsNarrow ? room.Top + 3 : middle - (size / 2);
        double end = barLeft + (Math.Max(row.AtStakeShare ?? 0, row.High ?? 0) * scale);
        (Tint tint, _) = Tints.Of(row.Area);
        var drawn = new List<Shape>
        {
            TextShape.Below(
                row.Rank.ToString(CultureInfo.InvariantCulture),
                room.Left + rankWidth,
                nameTop,
                size,
                Tint.Soft,
                TextAnchor.End
            ),
            TextShape.Below(TextWidth.Shortened(row.Name, size, nameWidth), nameLeft, nameTop, size),
            new BoxShape(Box.Sized(barLeft, middle - (thick / 2), Math.Max(1, (row.AtStakeShare ?? 0) * scale), thick), tint),
            new BoxShape(Box.Sized(barLeft, middle + (thick / 2) - 1, Math.Clamp(row.OutputShare * scale, 1, barRoom), 3), Tint.Ink),
            TextShape.Below(value, end + 6, middle - (size / 2), size),
        };
        if (row is { Low: { } low, High: { } high })
        {
            (double from, double to) = (barLeft + (low * scale), barLeft + (high * scale));
            drawn.Add(new LineShape(new Spot(from, middle), new Spot(to, middle), Tint.Ink, 1.2));
            drawn.Add(new LineShape(new Spot(from, middle - Cap), new Spot(from, middle + Cap), Tint.Ink, 1.2));
            drawn.Add(new LineShape(new Spot(to, middle - Cap), new Spot(to, middle + Cap), Tint.Ink, 1.2));
        }

        if (isFirstOfTier)
        {
            drawn.Add(TextShape.Below($"{words.Tier} {row.Tier}", room.Right, nameTop, size, Tint.Soft, TextAnchor.End));
        }

        shapes.Add(new LinkShape(row.Address, words.Tip(row), drawn, IsStop: true));
    }
}
