using System.CommandLine;
using System.Text;
using Rootscope.Storage.Workspaces;
using Rootscope.Web.Moderation;

namespace Rootscope.Cli.Commands;

/// <summary><c>rootscope admin</c>: who may moderate the discussion of the observatory.</summary>
internal static class AdminCommand
{
    public static Command Create()
    {
        var admin = new Command("admin", "Says who may moderate the discussion of the observatory.");
        var create = new DocumentedCommand(
            "create",
            "Makes a moderator, or gives one a new password. The password is read from the terminal, or as one line from standard input; only its hash is kept.",
            "rootscope admin create ann --password-file password.txt");
        var name = new Argument<string>("NAME") { Description = "The moderator's name." };
        var data = new Option<string?>("--data") { Description = "The site's folder, as for 'rootscope serve'. Default: 'site' in the workspace folder.", HelpName = "FOLDER" };
        var file = new Option<FileInfo?>("--password-file") { Description = "A file whose first line is the password, instead of standard input.", HelpName = "FILE" };
        create.Add(name);
        create.Add(data);
        create.Add(file);
        create.SetAction(parsed =>
        {
            string folder = parsed.GetValue(data) ?? Path.Combine(WorkspaceFolder.Resolve(parsed.GetValue(TableArgument.Workspace)), ServeCommand.SiteFolder);
            string password = PasswordOf(parsed.GetValue(file), parsed.InvocationConfiguration.Error);
            if (password.Length < Moderators.ShortestPassword)
            {
                throw new UsageException($"The password has {password.Length} characters; it needs at least {Moderators.ShortestPassword}.");
            }

            Directory.CreateDirectory(folder);
            string moderator = parsed.GetRequiredValue(name);
            new Moderators(folder, TimeProvider.System).Create(moderator, password);
            parsed.InvocationConfiguration.Error.WriteLine($"{moderator} can sign in at /admin/sign-in.");
            return ExitCode.Ok;
        });
        admin.Add(create);
        return admin;
    }

    private static string PasswordOf(FileInfo? file, TextWriter messages)
    {
        if (file is not null)
        {
            return file.Exists
                ? File.ReadLines(file.FullName).FirstOrDefault() ?? string.Empty
                : throw new UsageException($"There is no file '{file.FullName}' to read the password from.");
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? string.Empty;
        }

        messages.Write("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                password.Length = Math.Max(0, password.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                password.Append(key.KeyChar);
            }
        }

        messages.WriteLine();
        return password.ToString();
    }
}
