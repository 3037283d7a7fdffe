using System.Globalization;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Dependence;
using Rootscope.WeakSpots;
using SkiaSharp;

namespace Rootscope.Cli.WeakSpots;

/// <summary>The picture of one technology: who holds how much of each thing that it stands on.</summary>
internal static class HoldersPicture
{
    private const int MostRows = 14;
    private const float LabelWidth = 290;
    private const float RowHeight = 46;
    private const float BarHeight = 26;
    private const float AirAround = 8;

    /// <summary>One bar.</summary>
    private sealed record Row(string Name, IReadOnlyList<(string Who, double Share)> Parts);

    /// <summary>Draws the holders.</summary>
    public static Picture Of(WeakSpotAnswer answer, WeakSpot spot, Provenance provenance)
    {
        Row[] all = [.. Trade(spot), .. spot.Dependence.Published.Select(Published)];
        Row[] rows = [.. all.Take(MostRows)];
        string[] notes =
        [
            .. all.Length > rows.Length
                ? [FormattableString.Invariant($"{all.Length - rows.Length} more are left out; ask for -f csv.")]
                : Array.Empty<string>(),
            .. spot.Dependence.Bring.Length > 0 ? [spot.Dependence.Bring] : Array.Empty<string>(),
        ];
        return new Picture
        {
            Title = $"Who holds it: {spot.Technology.Name}",
            Subtitle =
                $"Shares of holders; what nobody named holds is grey. {answer.Economy}: {WeakSpotsCommand.CornerOf(spot)}, dependence "
                + $"{StatusWords.Of(spot.Dependence.Status)}"
                + (
                    spot.Dependence.Margin is { } margin
                        ? string.Create(CultureInfo.InvariantCulture, $", margin {margin:0.00} by the rule {answer.Rule.Name}.")
                        : "."
                ),
            Height = (int)(270 + (Math.Max(1, rows.Length) * RowHeight)),
            Footnotes = notes,
            Source = Sources(spot) + provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, rows, answer.Economy),
        };
    }

    private static string Sources(WeakSpot spot)
    {
        string[] sources = [.. spot.Dependence.Published.Select(p => p.Subject.Largest.Source).Distinct(StringComparer.Ordinal)];
        return sources.Length == 0 ? string.Empty : $"Shares: {string.Join("; ", sources)}. ";
    }

    private static IEnumerable<Row> Trade(WeakSpot spot) =>
        spot
            .Dependence.Products.Where(p => p.Row?.Indicators is { Origins.Count: > 0 })
            .Select(p => new Row(
                $"imports of {p.Code.Code} (grade {p.Code.Grade}), {spot.Dependence.Years!.Value.Last}",
                [.. p.Row!.Indicators!.Origins.Select(o => (o.Economy, o.Share))]
            ));

    private static Row Published(PublishedVerdict verdict)
    {
        HoldingFact largest = verdict.Subject.Largest;
        string basis =
            largest.Basis.Length > 0 && !largest.Subject.Contains(largest.Basis, StringComparison.Ordinal)
                ? $" ({largest.Basis})"
                : string.Empty;
        return new Row(
            string.Create(CultureInfo.InvariantCulture, $"{largest.Subject}{basis}, {largest.Year}"),
            [
                .. verdict.Subject.Facts.Select(f =>
                    (f.Economies.Count > 0 ? $"{f.Holder} ({string.Join('+', f.Economies)})" : f.Holder, f.Share)
                ),
            ]
        );
    }

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, Row[] rows, string economy)
    {
        var boxes = new List<SKRect>();
        using SKFont font = Typefaces.Instance.Font(Theme.TextSize);
        if (rows.Length == 0)
        {
            boxes.Add(
                PictureFrame.Text(
                    canvas,
                    "No data: no share is published here, and no trade was brought.",
                    inside.Left,
                    inside.Top + Theme.TextSize,
                    font,
                    Theme.Muted
                )
            );
            return boxes;
        }

        float left = inside.Left + LabelWidth;
        float width = inside.Right - left;
        for (int r = 0; r < rows.Length; r++)
        {
            float top = inside.Top + (r * RowHeight);
            Label(canvas, rows[r].Name, inside.Left, top, font, boxes);
            float at = left;
            using var rest = new SKPaint { Color = Theme.Grid };
            canvas.DrawRect(left, top, width, BarHeight, rest);
            for (int i = 0; i < rows[r].Parts.Count; i++)
            {
                (string who, double share) = rows[r].Parts[i];
                float length = (float)(share * width);
                bool isHome = who == economy || who.Contains($"({economy})", StringComparison.Ordinal);
                using var fill = new SKPaint
                {
                    Color =
                        isHome ? Theme.MarkOf("matter").Color
                        : i % 2 == 0 ? Theme.Slate
                        : Theme.Muted,
                };
                canvas.DrawRect(at, top, Math.Max(0, length - 1), BarHeight, fill);
                Part(canvas, string.Create(CultureInfo.InvariantCulture, $"{who} {share * 100:0.#}%"), at, top, length, font, boxes);
                at += length;
            }
        }

        return boxes;
    }

    private static void Label(SKCanvas canvas, string name, float left, float top, SKFont font, List<SKRect> boxes)
    {
        IReadOnlyList<string> lines = TextLines.Wrap(name, font, LabelWidth - (2 * AirAround), mostLines: 2);
        float step = Theme.TextSize * 1.2f;
        float first = top + (BarHeight / 2) + (Theme.TextSize * 0.36f) - ((lines.Count - 1) * step / 2);
        for (int i = 0; i < lines.Count; i++)
        {
            boxes.Add(PictureFrame.Text(canvas, lines[i], left, first + (i * step), font, Theme.Ink));
        }
    }

    /// <summary>The name of a holder in its part of the bar, where it fits; the report has them all.</summary>
    private static void Part(SKCanvas canvas, string text, float left, float top, float length, SKFont font, List<SKRect> boxes)
    {
        string shown = text;
        if (font.MeasureText(shown) > length - (2 * AirAround) && shown.Contains('(', StringComparison.Ordinal))
        {
            // The code alone is shorter than name and code.
            int from = shown.IndexOf('(', StringComparison.Ordinal);
            shown = string.Concat(
                shown.AsSpan(from + 1, shown.IndexOf(')', StringComparison.Ordinal) - from - 1),
                shown.AsSpan(shown.IndexOf(')', StringComparison.Ordinal) + 1)
            );
        }

        if (font.MeasureText(shown) <= length - (2 * AirAround))
        {
            boxes.Add(
                PictureFrame.Text(canvas, shown, left + AirAround, top + (BarHeight / 2) + (Theme.TextSize * 0.36f), font, Theme.Paper)
            );
        }
    }
}
