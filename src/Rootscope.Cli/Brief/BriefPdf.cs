using Rootscope.Answers.Briefs;
using Rootscope.Answers.Language;
using Rootscope.Cli.Pictures;
using SkiaSharp;

namespace Rootscope.Cli.Brief;

/// <summary>A brief as PDF on A4: text stays text, figures are drawn as they are.</summary>
internal sealed class BriefPdf : IDisposable
{
    private const float Width = 595;
    private const float Height = 842;
    private const float Margin = 36;
    private const float Room = Width - (2 * Margin);
    private const float LineStep = 1.3f;
    private const float TextSize = 9.2f;
    private const float SmallSize = 7.4f;
    private const float CellSize = TextSize - 1;
    private const float Cell = 5;

    private readonly SKDocument _document;
    private readonly BriefDocument _brief;
    private SKCanvas? _canvas;
    private float _top;

    private BriefPdf(Stream stream, BriefDocument brief)
    {
        _brief = brief;
        _document = SKDocument.CreatePdf(
            stream,
            new SKDocumentPdfMetadata
            {
                Title = brief.Title,
                Subject = brief.Subtitle,
                Creator = "rootscope",
                Producer = "rootscope",
                RasterDpi = 144,
                EncodingQuality = 101,
            }
        );
    }

    /// <summary>Whether this machine has a font for a language.</summary>
    public static bool CanWrite(Tongue tongue) => tongue == Tongue.English || Typefaces.HasChinese;

    /// <summary>Pages that the brief takes.</summary>
    public int Pages { get; private set; }

    /// <summary>Writes the brief.</summary>
    /// <returns>The number of pages.</returns>
    public static int Write(BriefDocument brief, Stream stream)
    {
        using var pdf = new BriefPdf(stream, brief);
        pdf.Draw();
        return pdf.Pages;
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private void Draw()
    {
        NewPage();
        Lines(_brief.Title, 17, Theme.Ink, strong: true);
        Lines(_brief.Subtitle, SmallSize + 1, Theme.Muted);
        _top += 4;
        for (int i = 0; i < _brief.Blocks.Count; i++)
        {
            // A heading stands with what follows it.
            float least = _brief.Blocks[i] is BriefHeading ? 60 : 0;
            Require(least);
            Draw(_brief.Blocks[i]);
        }

        _document.EndPage();
        _document.Close();
    }

    private void Draw(BriefBlock block)
    {
        switch (block)
        {
            case BriefHeading heading:
                _top += 5;
                Lines(heading.Text, 12, Theme.Ink, strong: true);
                break;
            case BriefText text:
                Lines(text.Text, text.IsStrong ? TextSize + 0.6f : TextSize, Theme.Ink);
                _top += 3;
                break;
            case BriefSmall small:
                Lines(small.Text, SmallSize, Theme.Muted);
                _top += 2;
                break;
            case BriefList list:
                foreach (string item in list.Items)
                {
                    Lines("• " + item, TextSize, Theme.Ink);
                }

                _top += 2;
                break;
            case BriefTable table:
                Table(table);
                break;
            case BriefFigure figure:
                Figure(figure);
                break;
        }
    }

    private void Figure(BriefFigure figure)
    {
        float scale = Room / (float)figure.Sheet.Width;
        float height = (float)figure.Sheet.Height * scale;
        Require(height + 20);
        _canvas!.Save();
        _canvas.Translate(Margin, _top);
        _canvas.Scale(scale);
        new SheetDrawing(figure.Sheet).DrawOn(_canvas);
        _canvas.Restore();
        _top += height + 1;
        Lines(figure.Caption, SmallSize, Theme.Muted);
        _top += 3;
    }

    private void Table(BriefTable table)
    {
        double sum = table.Columns.Sum(c => c.Part);
        float[] widths = [.. table.Columns.Select(c => (float)(c.Part / sum) * Room)];
        string[] headings = [.. table.Columns.Select(c => c.Heading)];
        Require(2 * RowHeight(headings));
        Row(headings, strong: true);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            // A table that goes on says again what its columns are.
            if (Require(RowHeight(row)))
            {
                Row(headings, strong: true);
            }

            Row(row, strong: false);
        }

        _top += 4;

        IReadOnlyList<string>[] LinesOf(IReadOnlyList<string> cells, bool strong) =>
            [
                .. cells.Select(
                    (cell, i) =>
                    {
                        using SKFont font = Typefaces.Instance.FontFor(cell, CellSize, strong);
                        return TextLines.Wrap(cell, font, widths[i] - Cell);
                    }
                ),
            ];

        float RowHeight(IReadOnlyList<string> cells) => (LinesOf(cells, strong: true).Max(l => l.Count) * CellSize * LineStep) + 3;

        void Row(IReadOnlyList<string> cells, bool strong)
        {
            IReadOnlyList<string>[] lines = LinesOf(cells, strong);
            float height = (lines.Max(l => l.Count) * CellSize * LineStep) + 3;
            float left = Margin;
            for (int i = 0; i < cells.Count; i++)
            {
                using SKFont font = Typefaces.Instance.FontFor(cells[i], CellSize, strong);
                bool isNumber = table.Columns[i].IsNumber;
                for (int l = 0; l < lines[i].Count; l++)
                {
                    PictureFrame.Text(
                        _canvas!,
                        lines[i][l],
                        isNumber ? left + widths[i] - Cell : left,
                        _top + (l * CellSize * LineStep) + CellSize,
                        font,
                        strong ? Theme.Muted : Theme.Ink,
                        isNumber ? SKTextAlign.Right : SKTextAlign.Left
                    );
                }

                left += widths[i];
            }

            _top += height;
            using var rule = new SKPaint { Color = Theme.Line, StrokeWidth = 0.5f };
            _canvas!.DrawLine(Margin, _top - 1.5f, Width - Margin, _top - 1.5f, rule);
        }
    }

    private void Lines(string text, float size, SKColor color, bool strong = false)
    {
        using SKFont font = Typefaces.Instance.FontFor(text, size, strong);
        foreach (string line in TextLines.Wrap(text, font, Room))
        {
            Require(size * LineStep);
            PictureFrame.Text(_canvas!, line, Margin, _top + size, font, color);
            _top += size * LineStep;
        }
    }

    /// <summary>Begins a new page where this one has no room for a height; whether it did.</summary>
    private bool Require(float height)
    {
        if (_top + height <= Height - Margin)
        {
            return false;
        }

        _document.EndPage();
        NewPage();
        return true;
    }

    private void NewPage()
    {
        _canvas = _document.BeginPage(Width, Height);
        Pages++;
        _top = Margin;
        using SKFont font = Typefaces.Instance.FontFor(_brief.Title, SmallSize);
        string page = FormattableString.Invariant($"{Pages}");
        PictureFrame.Text(_canvas, page, Width - Margin, Height - 20, font, Theme.Muted, SKTextAlign.Right);
        if (Pages > 1)
        {
            PictureFrame.Text(_canvas, _brief.Title, Margin, Height - 20, font, Theme.Muted);
        }
    }
}
