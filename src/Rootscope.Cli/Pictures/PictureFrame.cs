using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>What every picture has around its inside: title, subtitle and legend above, footnotes and source below.</summary>
internal static class PictureFrame
{
    private const float LineStep = 1.32f;
    private const float Gap = 12;
    private const float BetweenMarks = 22;
    private const int MostFootnoteLines = 4;

    /// <summary>Draws a whole picture and gives the boxes of all words placed.</summary>
    public static IReadOnlyList<SKRect> Draw(Picture picture, SKCanvas canvas)
    {
        canvas.Clear(Theme.Paper);
        var boxes = new List<SKRect>();
        float top = Theme.Margin;
        top = Lines(canvas, picture.Title, Theme.TitleSize, strong: true, Theme.Ink, top, mostLines: 2, boxes);
        top = Lines(canvas, picture.Subtitle, Theme.SubtitleSize, strong: false, Theme.Muted, top + 4, mostLines: 3, boxes);
        top = Legend(canvas, picture.Legend, top + Gap, boxes);
        float bottom = Below(canvas, picture, boxes);
        boxes.AddRange(
            picture.Draw(canvas, new SKRect(Theme.Margin, MathF.Ceiling(top + Gap), Theme.Width - Theme.Margin, MathF.Floor(bottom - Gap)))
        );
        return boxes;
    }

    /// <summary>Draws a line of text and gives its box.</summary>
    public static SKRect Text(
        SKCanvas canvas,
        string text,
        float left,
        float baseline,
        SKFont font,
        SKColor color,
        SKTextAlign align = SKTextAlign.Left
    )
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(text, left, baseline, align, font, paint);
        float width = font.MeasureText(text);
        float start = align switch
        {
            SKTextAlign.Center => left - (width / 2),
            SKTextAlign.Right => left - width,
            _ => left,
        };
        return new SKRect(start, baseline + font.Metrics.Ascent, start + width, baseline + font.Metrics.Descent);
    }

    private static float Lines(
        SKCanvas canvas,
        string text,
        float size,
        bool strong,
        SKColor color,
        float top,
        int mostLines,
        List<SKRect> boxes
    )
    {
        using SKFont font = Typefaces.Instance.Font(size, strong);
        foreach (string line in TextLines.Wrap(text, font, Theme.Width - (2 * Theme.Margin), mostLines))
        {
            boxes.Add(Text(canvas, line, Theme.Margin, top - font.Metrics.Ascent, font, color));
            top += size * LineStep;
        }

        return top;
    }

    private static float Legend(SKCanvas canvas, IReadOnlyList<Mark> marks, float top, List<SKRect> boxes)
    {
        if (marks.Count == 0)
        {
            return top;
        }

        using SKFont font = Typefaces.Instance.Font(Theme.TextSize);
        using var paint = Paint.NewDisposablePaint();
        float left = Theme.Margin;
        foreach (Mark mark in marks)
        {
            var style = new MarkerStyle(mark.Shape, Theme.MarkerSize, Theme.ToPlot(mark.Color));
            style.Render(canvas, new Pixel(left + (Theme.MarkerSize / 2), top + (Theme.TextSize / 2)), paint);
            left += Theme.MarkerSize + 7;
            SKRect box = Text(canvas, mark.Name, left, top + (Theme.TextSize * 0.86f), font, Theme.Ink);
            boxes.Add(box);
            left = box.Right + BetweenMarks;
        }

        return top + (Theme.TextSize * LineStep);
    }

    /// <summary>Footnotes and source from the lower edge upwards; gives where they begin.</summary>
    private static float Below(SKCanvas canvas, Picture picture, List<SKRect> boxes)
    {
        using SKFont font = Typefaces.Instance.Font(Theme.SmallSize);
        float width = Theme.Width - (2 * Theme.Margin);
        string[] lines =
        [
            .. picture.Footnotes.SelectMany(note => TextLines.Wrap(note, font, width)).Take(MostFootnoteLines),
            .. TextLines.Wrap(picture.Source, font, width),
        ];
        float top = picture.Height - Theme.Margin - (lines.Length * Theme.SmallSize * LineStep);
        using var rule = new SKPaint
        {
            Color = Theme.Line,
            StrokeWidth = 1,
            IsAntialias = true,
        };
        canvas.DrawLine(Theme.Margin, top - Gap, Theme.Width - Theme.Margin, top - Gap, rule);
        for (int i = 0; i < lines.Length; i++)
        {
            boxes.Add(
                Text(canvas, lines[i], Theme.Margin, top + (i * Theme.SmallSize * LineStep) - font.Metrics.Ascent, font, Theme.Muted)
            );
        }

        return top - Gap;
    }
}
