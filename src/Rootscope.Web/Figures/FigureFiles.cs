using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rootscope.Shocks;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Figures;

/// <summary>What files of figures are called, and where what describes them is: a file that was passed on still says what it is.</summary>
internal static class FigureFiles
{
    /// <summary>The media type of "Metadata Vocabulary for Tabular Data" (W3C, 2015).</summary>
    public const string CsvMetadataType = "application/csvm+json; charset=utf-8";

    /// <summary>
    /// The name of a figure's file without its suffix: the figure, what it is about, table and region, and what differs from the defaults.
    /// </summary>
    public static string NameOf(Figure figure, PageState state)
    {
        var usual = new PageState();
        string?[] words =
        [
            "rootscope",
            figure.Id,
            state.Of,
            figure.Report.Provenance.Table?.Metadata.Id is { } id && !id.StartsWith(state.Table, StringComparison.Ordinal)
                ? id
                : state.Table,
            state.Region,
            state.With is { } with ? $"with-{with}" : null,
            state.Supply == SupplyScope.All ? null : state.SupplyWord,
            state.Cut.Equals(usual.Cut) ? null : string.Create(CultureInfo.InvariantCulture, $"cut-{state.Cut}"),
            state.Lens == usual.Lens ? null : state.Lens.Word,
            state.Measure == usual.Measure ? null : state.MeasureWord,
            state.ByIndustry ? "industry" : null,
            state.Tongue == Tongue.Chinese ? "zh" : null,
        ];
        return string.Concat(
            string.Join('-', words.Where(w => !string.IsNullOrEmpty(w)))
                .Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')
        );
    }

    /// <summary>Names the file that answers a request; of a CSV file, says where its columns and origin are described.</summary>
    public static void Describe(HttpContext context, Figure figure, PageState state)
    {
        string path = context.Request.Path.Value!;
        string suffix = path[(path.LastIndexOf('.') + 1)..];
        context.Response.Headers.ContentDisposition =
            $"{(suffix == "csv" ? "attachment" : "inline")}; filename=\"{NameOf(figure, state)}.{suffix}\"";
        if (suffix == "csv")
        {
            context.Response.Headers.Link =
                $"<{path[..^suffix.Length]}csvm{context.Request.QueryString}>; rel=\"describedby\"; type=\"application/csvm+json\"";
        }
    }

    /// <summary>Title, source, licence and address of a figure in one line.</summary>
    public static string OriginOf(HttpContext context, Figure figure)
    {
        HttpRequest request = context.Request;
        return $"{figure.Title} · {figure.Report.Provenance.Source} · {figure.Report.Provenance.Licence} · "
            + $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}";
    }
}
