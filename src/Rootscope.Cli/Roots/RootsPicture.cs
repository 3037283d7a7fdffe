using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Roots;
using Rootscope.Tables;
using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.Roots;

/// <summary>One point of the picture of roots.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Area">The area of the technology it carries, or null.</param>
/// <param name="OutputShare">Own output over all output.</param>
/// <param name="SupportedShare">Value added of industries that stand on it, over GDP.</param>
internal sealed record RootPoint(string Name, string? Area, double OutputShare, double SupportedShare);

/// <summary>The picture of a root ranking: how small each product is, against how much stands on it.</summary>
internal static class RootsPicture
{
    private const float LabelWidth = 180;
    private const float LabelSize = 12;
    private const float LabelGap = 4;

    /// <summary>Draws a ranking.</summary>
    /// <param name="points">The points, the first in the ranking first.</param>
    /// <param name="named">How many of them get their names, as far as there is room.</param>
    /// <param name="ranking">The ranking.</param>
    /// <param name="provenance">What it was made from.</param>
    /// <param name="measure">What it is sorted by, in words.</param>
    public static Picture Of(IReadOnlyList<RootPoint> points, int named, RootRanking ranking, Provenance provenance, string measure)
    {
        RootPoint[] positive = [.. points.Where(p => p.OutputShare > 0 && p.SupportedShare > 0)];
        var window = LogWindow.Of([.. positive.Select(p => (p.OutputShare, p.SupportedShare))], named);
        RootPoint[] shown = [.. positive.Where(p => window.Holds(p.OutputShare, p.SupportedShare))];
        TableMetadata about = ranking.Table.Metadata;
        var areas = points.Select(p => p.Area).Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return new Picture
        {
            Title = $"What stands on each industry: {about.Title}",
            Subtitle =
                "Own share of output against the share of GDP made by industries that stand on it, each through inputs worth at least "
                + $"{Number(SupportPyramid.Threshold * 100)}% of its output. "
                + $"Up and to the left: small, and much stands on it. Named, as far as there is room: the first {named} by {measure}.",
            Legend =
            [
                .. Theme.Areas.Where(a => areas.Contains(a.Area)).Select(a => a.Mark),
                .. areas.Contains(null) ? [Theme.Plain] : Array.Empty<Mark>(),
            ],
            Footnotes = Footnotes(points.Count - positive.Length, [.. positive.Except(shown).Select(p => p.Name)]),
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, shown, named, window),
        };
    }

    private static IReadOnlyList<string> Footnotes(int empty, IReadOnlyList<string> outside)
    {
        string[] parts =
        [
            .. outside.Count > 0 ? [$"outside the axes {string.Join("; ", outside)}"] : Array.Empty<string>(),
            .. empty > 0
                ? [FormattableString.Invariant($"{empty} without output or without anything that stands on them")]
                : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? [] : [$"Not shown: {string.Join(", and ", parts)}."];
    }

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, RootPoint[] points, int named, LogWindow window)
    {
        using Plot plot = LogAxes.Of(window, "own output, share of all output", "supported, share of GDP");

        // The named points are drawn last, so that nothing lies over them.
        for (int i = points.Length - 1; i >= 0; i--)
        {
            Mark mark = Theme.MarkOf(points[i].Area);
            float size = SizeOf(points[i], i < named);
            Color color = Theme.ToPlot(mark.Color).WithAlpha(size == Theme.PlainMarkerSize ? 0.6 : 1);
            plot.Add.Marker(Math.Log10(points[i].OutputShare), Math.Log10(points[i].SupportedShare), mark.Shape, size, color);
        }

        // The plot clears what it is given: here the inside alone.
        canvas.Save();
        canvas.ClipRect(inside);
        plot.Render(canvas, new PixelRect(inside.Left, inside.Right, inside.Bottom, inside.Top));
        canvas.Restore();
        PixelRect data = plot.LastRender.DataRect;
        SKPoint[] at =
        [
            .. points
                .Select(p => plot.GetPixel(new Coordinates(Math.Log10(p.OutputShare), Math.Log10(p.SupportedShare))))
                .Select(p => new SKPoint(p.X, p.Y)),
        ];
        return Names(canvas, points, at, named, new SKRect(data.Left, data.Top, data.Right, data.Bottom));
    }

    private static List<SKRect> Names(SKCanvas canvas, RootPoint[] points, SKPoint[] at, int named, SKRect area)
    {
        using SKFont font = Typefaces.Instance.Font(LabelSize);
        using var leader = new SKPaint
        {
            Color = Theme.Muted,
            StrokeWidth = 0.8f,
            IsAntialias = true,
        };
        float step = LabelSize * 1.2f;
        IReadOnlyList<string>[] names = [.. points.Take(named).Select(p => TextLines.Wrap(p.Name, font, LabelWidth, mostLines: 2))];
        LabelRequest[] requests =
        [
            .. names.Select(
                (lines, i) =>
                    new LabelRequest(
                        at[i],
                        (SizeOf(points[i], isNamed: true) / 2) + LabelGap,
                        new SKSize(lines.Max(l => font.MeasureText(l)), lines.Count * step)
                    )
            ),
        ];
        var boxes = new List<SKRect>();
        foreach (PlacedLabel label in LabelPlacement.Place(requests, [.. at.Select((p, i) => (p, SizeOf(points[i], i < named) / 2))], area))
        {
            SKPoint point = at[label.Request];
            if (label.IsFar)
            {
                canvas.DrawLine(point, LabelPlacement.Nearest(label.Box, point), leader);
            }

            IReadOnlyList<string> lines = names[label.Request];
            bool leftOfPoint = label.Box.Right < point.X;
            for (int i = 0; i < lines.Count; i++)
            {
                float baseline = label.Box.Top + (i * step) + (LabelSize * 0.93f);
                PictureFrame.Text(
                    canvas,
                    lines[i],
                    leftOfPoint ? label.Box.Right : label.Box.Left,
                    baseline,
                    font,
                    Theme.Ink,
                    leftOfPoint ? SKTextAlign.Right : SKTextAlign.Left
                );
            }

            boxes.Add(label.Box);
        }

        return boxes;
    }

    private static float SizeOf(RootPoint point, bool isNamed) =>
        isNamed || point.Area is not null ? Theme.MarkerSize : Theme.PlainMarkerSize;

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
