using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Storage.Workspaces;
using Rootscope.Web.Discussion.Mail;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Tool;

/// <summary>Which site a command is about: its folder, and the secrets that the environment holds.</summary>
internal static class SiteArgument
{
    private const string DatabaseVariable = "ROOTSCOPE_DATABASE";
    private const string DefaultFolder = "site";

    public static Option<string?> CreateFolder() =>
        new("--data")
        {
            Description = "The folder of what the site itself keeps: the discussion and its keys. Default: 'site' in the workspace folder.",
            HelpName = "FOLDER",
        };

    /// <summary>
    /// The site in a folder. Its database and mail server are secrets: they come from ROOTSCOPE_DATABASE and ROOTSCOPE_SMTP, or from the
    /// files that ..._FILE name.
    /// </summary>
    public static ObservatoryOptions OptionsOf(ParseResult parsed, Option<string?> folder)
    {
        string? workspace = parsed.GetValue(TableArgument.Workspace);
        try
        {
            string? mail = SecretSetting.Read(MailServer.Variable);
            if (mail is not null)
            {
                MailServer.Parse(mail);
            }

            return new ObservatoryOptions
            {
                WorkspaceFolder = workspace,
                DataFolder = FolderOf(parsed, folder),
                Database = SecretSetting.Read(DatabaseVariable),
                MailAddress = mail,
            };
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message);
        }
    }

    public static string FolderOf(ParseResult parsed, Option<string?> folder) =>
        parsed.GetValue(folder) ?? Path.Combine(WorkspaceFolder.Resolve(parsed.GetValue(TableArgument.Workspace)), DefaultFolder);
}
