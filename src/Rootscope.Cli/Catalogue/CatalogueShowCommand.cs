using System.CommandLine;
using Rootscope.Answers.Catalogue;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;

namespace Rootscope.Cli.Catalogue;

/// <summary><c>rootscope catalogue show</c>: everything the catalogue knows about one technology, one fact a row.</summary>
internal static class CatalogueShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("TECHNOLOGY")
        {
            Description = "Identifier, name in English or Chinese, or an unambiguous part of a name.",
        };
        var command = new DocumentedCommand(
            "show",
            "Shows one technology: names, definition, classes with grades, the industries that carry it in the embedded tables, links "
                + "and evidence.",
            "rootscope catalogue show machine_tools",
            "rootscope catalogue show 碳纤维与复合材料",
            "rootscope catalogue show semi_equipment -f json"
        )
        {
            name,
        };
        command.SetAction(parsed => ReportWriter.Write(Show(parsed.GetRequiredValue(name)), parsed));
        return command;
    }

    private static Report Show(string name)
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        Technology technology = catalogue.Find(name);
        return TechnologyReport.Of(catalogue, technology, $"catalogue show {technology.Id}");
    }
}
