using Rootscope.Storage.Formats.Shared;
using Rootscope.Web.Language;

namespace Rootscope.Web.Imports;

/// <summary>Texts of the pages that import tables.</summary>
internal static class ImportPhrases
{
    public static readonly Phrase Title = new("Import a table", "导入投入产出表");

    /// <summary>A format by its title and shape.</summary>
    public static Phrase Called(ITableFormat format) => new($"{format.Title}: {format.Shape}", format.InChinese);
}
