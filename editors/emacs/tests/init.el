;;; The configuration of the Emacs that `typing.py` types into: README's setup for eglot, and a key that starts a job.
(require 'package)
(package-initialize)
(require 'eglot)
(setq make-backup-files nil auto-save-default nil create-lockfiles nil inhibit-startup-screen t)
(add-to-list 'eglot-server-programs
             `(text-mode . (,(getenv "CODEFORGE_BIN") "lsp" "--database" ,(getenv "CODEFORGE_DATABASE"))))
(add-hook 'text-mode-hook #'eglot-ensure)
;; Somebody who waits for the server sees this file.
(add-hook 'eglot-managed-mode-hook (lambda () (write-region "" nil (getenv "READY"))))
(global-set-key
 (kbd "C-c p")
 (lambda ()
   (interactive)
   (eglot-execute-command (eglot-current-server) 'codeforge.runPipeline
                          (vector (list :user_idea "A CRM for dog walkers")))))
